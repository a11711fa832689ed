"""Known wrong submissions of the bank, judged for real: what is told of them, and what never is."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

import judge.counterexample.after
from judge.evaluate import Submitted, evaluate
from judge.problem.bank import Bank
from judge.problem.cases import CaseMaker
from judge.problem.load import load_problem
from judge.problem.model import Case, Problem
from judge.report import EVENT, Counterexample, CounterexampleFound, Decided, Event, Report, Stage, Verdict
from sandbox.api import Sandbox
from tests.judge.problem.folders import FILES, write_folder
from tests.sandbox.fixtures import opened

SECRET = b"s" * 32
PROGRAM_YAML = FILES["problem.yaml"].replace(
    """  kind: function
  name: largest_gap
  parameters:
    - {name: xs, type: "list[int]"}
  returns: int
""",
    "  kind: stdio\n",
)
PROGRAM_CASES = '''\
"""Lines of numbers; the answer is their sum."""


def samples():
    return [{"input": "1\\n2\\n", "answer": "3\\n"}]


def edges(rng):
    return [("many", "".join(f"{rng.randint(0, 99)}\\n" for _ in range(30)) + "-4\\n" + "8\\n" * 9)]


def scattered(n, rng):
    return "".join(f"{rng.randint(-99, 99)}\\n" for _ in range(n))


descending = scattered


def validate(text):
    for line in text.splitlines():
        int(line)
    if not text.endswith("\\n"):
        raise ValueError("the last line has no end")
'''
SUM = "# landau: reference\n# Adds.\nimport sys\nprint(sum(map(int, sys.stdin)))\n"
NO_SIGN = "import sys\nprint(sum(abs(int(line)) for line in sys.stdin))\n"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """The best that this host has: how cells are made is all the same to a shrinker."""
    with opened("best") as found:
        yield found


class HiddenOnly(CaseMaker):
    """Many a known submission fails on a sample, which is shown anyway."""

    def samples(self) -> list[Case]:
        return []


def judged(
    sandbox: Sandbox, problem: Problem, source: str, cache: Path, make: type[CaseMaker] = CaseMaker, **options: Any
) -> tuple[Report, list[Event]]:
    maker = make(problem, sandbox, SECRET, cache)
    events = list(evaluate(Submitted(source), problem, sandbox, maker, **{"smallest": True, **options}))
    assert isinstance(events[-1], Decided)
    return events[-1].report, events


def told(sandbox: Sandbox, slug: str, name: str, tmp_path: Path) -> Counterexample:
    problem = Bank().get(slug)
    known = next(known for known in problem.known if known.path.name == name)
    # Larger cases only slow this down.
    report, events = judged(sandbox, problem, known.source, tmp_path, HiddenOnly, stop_at_first=True)
    assert report.verdict is Verdict.WA
    assert report.counterexample is not None
    assert [EVENT.validate_json(EVENT.dump_json(event)) for event in events] == events
    assert sum(isinstance(event, CounterexampleFound) for event in events) == 1
    assert any(isinstance(event, Stage) and "smallest" in event.text for event in events)
    printed = io.StringIO()
    with redirect_stdout(printed):  # as a person would
        exec(known.source + "\n" + report.counterexample.code, {})
    shown = printed.getvalue().split("\n")
    answer = str(report.counterexample.answer)
    assert shown[0] == answer or all(line in answer for line in shown if line)
    return report.counterexample


def test_a_function(sandbox: Sandbox, tmp_path: Path) -> None:
    found = told(sandbox, "longest-unique-substring", "different_characters.py", tmp_path)
    assert found.size is not None and found.size <= 4
    assert found.code.startswith("s = '") and "print(longest_unique(s))" in found.code
    assert found.expected != found.answer


def test_a_class(sandbox: Sandbox, tmp_path: Path) -> None:
    found = told(sandbox, "running-median", "floor_division.py", tmp_path)
    assert found.code.startswith("it = RunningMedian()\nprint(it.add(")
    assert found.size == 3


def program(tmp_path: Path) -> Problem:
    changed = {name: None for name in FILES if name.startswith("submissions/")}
    named = {name.replace("/", "__").replace(".", "_"): text for name, text in changed.items()}
    folder = write_folder(
        tmp_path / "bank", problem_yaml=PROGRAM_YAML, cases_py=PROGRAM_CASES, submissions__accepted__sum_py=SUM,
        submissions__wrong__no_sign_py="# Forgets the sign.\n" + NO_SIGN, starter_py="# Read, write.\n",
        submissions__too_slow__slow_py="# Slow.\n" + SUM, **named,
    )  # fmt: skip
    return load_problem(folder)


def test_a_program(sandbox: Sandbox, tmp_path: Path) -> None:
    report, _ = judged(sandbox, program(tmp_path), NO_SIGN, tmp_path / "cache")
    found = report.counterexample
    assert found is not None
    assert (found.input, found.code, found.expected, found.answer) == ("-1\n", "", "'-1\\n'", "'1\\n'")
    assert found.size == 1


def test_an_interview_tells_nothing_of_it(sandbox: Sandbox, tmp_path: Path) -> None:
    problem = load_problem(write_folder(tmp_path / "bank"))
    source = FILES["submissions/wrong/unsorted.py"].replace("return", "return 1 +")
    shown, _ = judged(sandbox, problem, source, tmp_path / "cache", stop_at_first=False)
    assert shown.verdict is Verdict.WA
    source = "def largest_gap(xs):\n    return {3: 5, 2: 0}.get(len(xs), 0)\n"
    shown, _ = judged(sandbox, problem, source, tmp_path / "cache")
    assert shown.counterexample is not None
    hard, events = judged(sandbox, problem, source, tmp_path / "cache", reveal=False)
    assert hard.counterexample is None
    assert not any(isinstance(event, CounterexampleFound) for event in events)
    written = "".join(event.model_dump_json() for event in events)
    assert "smallest" not in written and shown.counterexample.input not in written


def test_who_does_not_ask_and_who_fails_on_a_sample_gets_none(sandbox: Sandbox, tmp_path: Path) -> None:
    problem = load_problem(write_folder(tmp_path / "bank"))
    source = "def largest_gap(xs):\n    return {3: 5, 2: 0}.get(len(xs), 0)\n"
    assert judged(sandbox, problem, source, tmp_path / "cache", smallest=False)[0].counterexample is None
    run, _ = judged(sandbox, problem, source, tmp_path / "cache", mode="run")
    assert run.counterexample is None
    shown = judged(sandbox, problem, "def largest_gap(xs):\n    return 77\n", tmp_path / "cache")[0]
    assert shown.verdict is Verdict.WA and shown.counterexample is None


def test_a_fault_while_looking_changes_no_verdict(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Any:
        yield Stage(text="begun")
        raise RuntimeError("made up")

    monkeypatch.setattr(judge.counterexample.after, "find_counterexample", broken)
    problem = load_problem(write_folder(tmp_path / "bank"))
    source = "def largest_gap(xs):\n    return {3: 5, 2: 0}.get(len(xs), 0)\n"
    report, _ = judged(sandbox, problem, source, tmp_path / "cache")
    assert (report.verdict, report.counterexample) == (Verdict.WA, None)
    assert "made up" not in report.model_dump_json()
