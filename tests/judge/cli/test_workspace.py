from __future__ import annotations

from pathlib import Path

import pytest

from judge.cli.errors import CliError
from judge.cli.workspace import Workspace, find_workspace, lay_out, read_workspace
from judge.problem.samples import SampleText

SAMPLES = (SampleText("sample 1", "xs = [1]\nk = 1", "1.0", ""),)


def made(folder: Path, fresh: bool = False, attempt: int = 1) -> Path | None:
    return lay_out(Workspace(folder, "rolling-average", attempt), "# Rolling average", "starter\n", SAMPLES, fresh)


def test_a_new_folder_has_statement_starter_samples_and_marker(tmp_path: Path) -> None:
    made(tmp_path / "w")
    assert (tmp_path / "w/README.md").read_text() == "# Rolling average"
    assert (tmp_path / "w/solution.py").read_text() == "starter\n"
    assert (tmp_path / "w/samples/1.in").read_text() == "xs = [1]\nk = 1\n"
    assert (tmp_path / "w/samples/1.out").read_text() == "1.0\n"
    assert read_workspace(tmp_path / "w") == Workspace(tmp_path / "w", "rolling-average", 1)


def test_what_was_written_stays(tmp_path: Path) -> None:
    made(tmp_path)
    (tmp_path / "solution.py").write_text("mine\n")
    (tmp_path / "cases/long.in").write_text("xs = []\n")
    assert made(tmp_path, attempt=2) is None
    assert (tmp_path / "solution.py").read_text() == "mine\n"
    assert (tmp_path / "cases/long.in").exists()
    workspace = read_workspace(tmp_path)
    assert workspace is not None and workspace.attempt_id == 2


def test_fresh_renames_aside_and_never_onto_an_older_one(tmp_path: Path) -> None:
    made(tmp_path)
    for text in ("first\n", "second\n"):
        (tmp_path / "solution.py").write_text(text)
        made(tmp_path, fresh=True)
    assert (tmp_path / "solution.py").read_text() == "starter\n"
    assert (tmp_path / "solution.1.py").read_text() == "first\n"
    assert (tmp_path / "solution.2.py").read_text() == "second\n"


def test_found_from_a_folder_below(tmp_path: Path) -> None:
    made(tmp_path / "w")
    found = find_workspace(tmp_path / "w/samples")
    assert found is not None and found.folder == (tmp_path / "w").resolve()
    assert find_workspace(tmp_path) is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"problem": "p", "attempt": "x"}', "\x00"])
def test_a_damaged_marker_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / ".landau.json").write_text(text)
    with pytest.raises(CliError, match="damaged"):
        find_workspace(tmp_path)


def test_own_cases_are_the_files_in_cases_without_answers(tmp_path: Path) -> None:
    made(tmp_path)
    for name in ("b.in", "a.in", "a.out"):
        (tmp_path / "cases" / name).write_text("x")
    workspace = find_workspace(tmp_path)
    assert workspace is not None and [path.name for path in workspace.own_cases()] == ["a.in", "b.in"]
