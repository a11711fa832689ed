"""Handing in, from the command line through the sandbox to the exit code."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from judge.cli.workspace import Workspace, lay_out
from judge.clock import utcnow
from judge.home import Home
from judge.practice import Practice
from judge.problem.bank import Bank
from judge.report import EVENT, Decided, Report
from tests.judge.cli.conftest import Judge

Known = Callable[[str], str]


@pytest.fixture
def folder(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> Path:
    judge("start", "rolling-average", "--mode", "untimed")
    monkeypatch.chdir("rolling-average")
    return Path.cwd()


def test_the_starter_fails(judge: Judge, folder: Path) -> None:
    assert judge("run").code == 5


def test_a_right_solution_runs_with_own_cases(judge: Judge, folder: Path, known: Known) -> None:
    (folder / "solution.py").write_text(known("accepted"))
    (folder / "cases/mine.in").write_text((folder / "samples/1.in").read_text())
    said = judge("run")
    assert said.code == 0, said.out + said.err
    assert "hidden tests not run" in said.out and "own/" in said.out
    assert said.out.splitlines()[-1].startswith("slowest: ")
    (submission,) = judge("history", "rolling-average", "--json").json
    assert submission["mode"] == "run" and submission["verdict"] == "AC"
    assert judge("history", "--source", str(submission["id"])).out == known("accepted")


def test_an_own_case_that_cannot_be_read_says_where(judge: Judge, folder: Path, known: Known) -> None:
    (folder / "solution.py").write_text(known("accepted"))
    (folder / "mine.in").write_text("xs = [1,\n")
    said = judge("run", "--case", "mine.in")
    assert said.code != 0 and "line" in said.out + said.err and "Traceback" not in said.out + said.err


def test_no_program_is_told_from_a_wrong_one(judge: Judge, folder: Path) -> None:
    (folder / "solution.py").write_text("def rolling_average(:\n")
    said = judge("run", "--json")
    assert said.code == 5 and Report.model_validate(said.json).verdict == "CE"


def test_stdin_and_events(judge: Judge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = b"def rolling_average(xs, k, partial='none'):\n    return []\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(wrong)))
    said = judge("run", "-", "--problem", "rolling-average", "--json", "--events")
    assert said.code in (1, 5)
    events = [EVENT.validate_json(line) for line in said.out.splitlines()]
    assert isinstance(events[-1], Decided) and not events[-1].report.accepted


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.unlink(), "is not there"),
        (lambda path: path.write_bytes(b"\xff\xfe\x00"), "not UTF-8"),
        (lambda path: path.write_bytes(b"#" * 2_000_000), "at most"),
    ],
)
def test_a_solution_that_cannot_be_read(judge: Judge, folder: Path, make: Callable[[Path], object], words: str) -> None:
    make(folder / "solution.py")
    said = judge("submit")
    assert said.code == 2 and words in said.err


def test_a_claim_nobody_can_read_is_refused_at_once(judge: Judge, folder: Path) -> None:
    assert judge("submit", "--claim", "O(n^)").code == 2
    assert judge("history", "--json").json == []


@pytest.mark.slow
def test_wrong_is_one_and_right_but_too_slow_is_six(judge: Judge, folder: Path, known: Known) -> None:
    (folder / "solution.py").write_text(known("wrong"))
    assert judge("submit").code == 1
    (folder / "solution.py").write_text(known("too_slow"))
    said = judge("submit", "--json")
    report = Report.model_validate(json.loads(said.out))
    assert said.code == (6 if report.verdict == "AC" else 3), report.sentence
    assert report.growth == "exceeds"


def test_after_a_hard_deadline_it_is_judged_and_time_is_up(
    judge: Judge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, known: Known
) -> None:
    bank = Bank()
    earlier = Practice(Home.find(), bank, lambda: utcnow() - timedelta(hours=2))
    session = earlier.start_session("amazon-ds/r7", hard=True)
    earlier.close()
    attempt = next(one for one in session.attempts if one.problem == "rolling-average")
    lay_out(Workspace(tmp_path / "w", attempt.problem, attempt.id), "", known("accepted"), (), fresh=False)
    monkeypatch.chdir(tmp_path / "w")
    assert judge("run").code == 8
