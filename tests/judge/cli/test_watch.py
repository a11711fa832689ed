"""`judge watch` on a terminal of its own: saves and single keys."""

from __future__ import annotations

import os
import queue
import signal
import termios
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from judge.cli.watch import next_of
from tests.judge.cli.conftest import Judge
from tests.judge.cli.pseudo_terminal import WITHIN_S, Terminal

FOOTER = "q quit"


@pytest.fixture
def terminal(judge: Judge, known: Callable[[str], str]) -> Iterator[tuple[Terminal, Path]]:
    judge("start", "rolling-average", "--mode", "untimed")
    folder = Path("rolling-average").resolve()
    (folder / "solution.py").write_text(known("accepted"))
    opened = Terminal(folder, "watch")
    yield opened, folder
    opened.close()


def test_saves_and_keys(terminal: tuple[Terminal, Path], known: Callable[[str], str]) -> None:
    person, folder = terminal
    assert "samples passed" in person.wait_for(FOOTER)
    person.type("h")
    person.wait_for(FOOTER)
    (folder / "solution.py").write_text("def rolling_average(xs, k, partial):\n    return None\n")
    assert "WA" in person.wait_for(FOOTER)
    (folder / "solution.py").unlink()
    (folder / "solution.py").write_text(known("accepted"))
    person.wait_for("samples passed")
    person.wait_for(FOOTER)
    person.type("q")
    assert person.process.wait(WITHIN_S) == 0
    assert termios.tcgetattr(person.inner) == person.before


def test_ctrl_c_ends_it_and_gives_the_terminal_back(terminal: tuple[Terminal, Path]) -> None:
    person, _ = terminal
    person.wait_for(FOOTER)
    os.killpg(person.process.pid, signal.SIGINT)
    assert person.process.wait(WITHIN_S) == 130
    assert termios.tcgetattr(person.inner) == person.before


def test_ctrl_c_just_before_a_wait_is_seen_soon() -> None:
    class Noted(queue.Queue[str]):
        """The signal came before the wait: it is seen only where the wait ends by itself."""

        def get(self, block: bool = True, timeout: float | None = None) -> str:
            assert block and timeout is not None and timeout <= 1
            if self.empty():
                self.put("q")
                raise queue.Empty
            return super().get()

    assert next_of(Noted()) == "q"
