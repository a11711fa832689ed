from pathlib import Path

import pytest

from judge.problem import samples
from judge.problem.cases import SetterFault
from judge.problem.load import load_problem
from judge.problem.model import Problem
from judge.problem.samples import SampleText, sample_texts
from sandbox.api import Sandbox
from tests.judge.problem.folders import CASES, write_folder


@pytest.fixture
def openings(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    opened: list[int] = []

    class Shared:
        run = sandbox.run

        def close(self) -> None:
            opened.append(-1)

    def open_shared() -> Shared:
        opened.append(1)
        return Shared()

    monkeypatch.setattr(samples, "open_sandbox", open_shared)
    return opened


def test_a_sandbox_is_opened_once_and_never_again(problem: Problem, tmp_path: Path, openings: list[int]) -> None:
    first = sample_texts(problem, tmp_path / "cache", b"secret")
    assert first == (
        SampleText("sample 1", "xs = [1, 9, 4]", "5", "between 4 and 9"),
        SampleText("sample 2", "xs = [2, 2]", "0", "equal numbers"),
    )
    assert openings == [1, -1]
    assert sample_texts(problem, tmp_path / "cache", b"secret") == first
    assert openings == [1, -1]


def test_the_sandbox_is_closed_after_a_fault(tmp_path: Path, openings: list[int]) -> None:
    faulty = load_problem(write_folder(tmp_path / "p", cases_py=CASES + "\n\ndef samples():\n    return 1 / 0\n"))
    with pytest.raises(SetterFault, match="ZeroDivisionError"):
        sample_texts(faulty, tmp_path / "cache", b"secret")
    assert openings == [1, -1]
