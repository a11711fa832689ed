from pathlib import Path

import pytest

from judge.problem.bank import Bank, UnknownProblem
from judge.problem.faults import ProblemError
from tests.judge.problem.folders import YAML, write_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_folder(tmp_path, "largest-gap")
    write_folder(tmp_path, "running-median")
    write_folder(tmp_path, "broken", problem_yaml="title: x\n")
    (tmp_path / "README.md").write_text("not a problem")
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / ".git").mkdir()
    return tmp_path


def test_good_problems_and_faulty_folders(folder: Path) -> None:
    bank = Bank(folder)
    assert bank.slugs() == ["broken", "largest-gap", "running-median"]
    assert [problem.slug for problem in bank.all()] == ["largest-gap", "running-median"]
    assert [error.name for error in bank.faults()] == ["broken"]
    with pytest.raises(ProblemError):
        bank.get("broken")


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("runing-median", "did you mean running-median?"),
        ("median", "did you mean running-median?"),
        ("zzz", "`judge list` shows all 3"),
        ("../largest-gap", "there is no problem '../largest-gap'"),
        ("largest-gap/submissions", "there is no problem"),
        ("", "there is no problem ''"),
        ("README.md", "there is no problem"),
    ],
)
def test_an_unknown_slug_offers_close_ones(folder: Path, slug: str, words: str) -> None:
    with pytest.raises(UnknownProblem) as caught:
        Bank(folder).get(slug)
    assert words in str(caught.value)


def test_a_bank_that_is_not_there_is_empty_and_says_so(tmp_path: Path) -> None:
    bank = Bank(tmp_path / "none")
    assert (bank.slugs(), bank.all(), bank.faults()) == ([], [], [])
    with pytest.raises(UnknownProblem, match="no problems are in"):
        bank.get("x")


def test_a_folder_is_read_again_only_when_a_file_in_it_changes(folder: Path) -> None:
    bank = Bank(folder)
    first = bank.get("largest-gap")
    assert bank.get("largest-gap") is first
    (folder / "largest-gap" / "problem.yaml").write_text(YAML.replace("Largest gap", "The largest gap"))
    assert bank.get("largest-gap").spec.title == "The largest gap"
    (folder / "largest-gap" / "submissions" / "wrong" / "unsorted.py").unlink()
    assert len(bank.get("largest-gap").known) == len(first.known) - 1
    (folder / "largest-gap" / "cases.py").unlink()
    with pytest.raises(ProblemError):
        bank.get("largest-gap")


def test_the_environment_names_the_bank(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANDAU_PROBLEMS", str(folder))
    assert Bank().get("largest-gap").slug == "largest-gap"
