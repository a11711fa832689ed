"""The magic without IPython: a stand-in for the shell, the real judge behind it where the sandbox can run."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from judge.notebook import judge_cell, load_ipython_extension
from judge.notebook.magic import Refused
from judge.notebook.progress import Progress, redrawn
from judge.report import Outcome, Verdict
from tests.web.kit import events, report


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANDAU_HOME", str(tmp_path / "home"))


class Shell:
    """As much of IPython's as an extension uses."""

    kernel = None

    def __init__(self) -> None:
        self.magics: dict[str, Callable[..., Any]] = {}

    def register_magic_function(self, function: Callable[..., Any], magic_kind: str, magic_name: str) -> None:
        self.magics[f"{magic_kind} {magic_name}"] = function


class UsageError(Exception):
    pass


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch) -> Shell:
    error = ModuleType("IPython.core.error")
    error.UsageError = UsageError  # type: ignore[attr-defined]
    for name, module in (("IPython", ModuleType("IPython")), ("IPython.core", ModuleType("IPython.core"))):
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setitem(sys.modules, "IPython.core.error", error)
    made = Shell()
    load_ipython_extension(made)
    return made


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "required: problem; write: %%judge PROBLEM"),
        ("no-such-problem", "no-such-problem"),
        ("rolling-average --claim 'O(n'", "at character 4"),
        ("rolling-average --claim 'O(n", "No closing quotation"),
        ("rolling-average --language cobol", "cobol"),
        ("rolling-average --nonsense", "--nonsense"),
        ("rolling-average and-more", "and-more"),
    ],
)
def test_a_mistake_is_a_message_without_a_traceback(shell: Shell, line: str, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        shell.magics["cell judge"](line, "x = 1\n")
    assert words in str(caught.value)
    with pytest.raises(Refused):
        judge_cell(line, "x = 1\n")


def test_too_long_a_cell_is_refused() -> None:
    with pytest.raises(Refused, match="at most"):
        judge_cell("rolling-average", "#" * 10_000_000)


def test_progress_is_redrawn_in_one_place_where_its_words_change() -> None:
    drawn: list[str] = []

    class Handle:
        def update(self, shown: Any) -> None:
            drawn.append(repr(shown))
            assert "<script" not in shown._repr_html_()

    listen = redrawn(Handle())
    for event in events(report("rolling-average", Verdict.AC, Outcome.EXCEEDS)):
        listen(event)
    assert all(a != b for a, b in pairwise(drawn))
    assert any("9 of 9 cases passed" in text for text in drawn)
    assert "time on half_window: exceeds" in drawn[-1]


def test_progress_before_anything_happened() -> None:
    assert repr(Progress()) == "starting"
