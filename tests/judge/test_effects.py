"""From what a watched run did beside answering to a word on it, and the way there through the whole pipeline."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from judge.case_run import CaseRunner
from judge.effects import Effects, impurity, unwatched
from judge.problem.interface import FunctionInterface
from judge.problem.load import load_problem
from judge.problem.model import Case, ExpectedAnswer
from judge.report import CaseFinished, Tier, Verdict
from sandbox.api import Execution, Function, Program, Sandbox, SandboxError, Status, Task
from sandbox.guest import wire
from tests.judge.problem.folders import CASES, YAML, write_folder
from tests.judge.test_evaluate import judge
from tests.sandbox.fixtures import sandbox

__all__ = ["sandbox"]

TASK = Task(Program.single("x"), Function("f", watched=True), b"")
PURE = FunctionInterface.model_validate(
    {"kind": "function", "name": "f", "parameters": [{"name": "xs", "type": "list"}], "returns": "int", "pure": True}
)


def ended(value: Any) -> Execution:
    return Execution(Status.OK, answer=wire.encode(value))


def test_answer_and_effects_are_taken_apart() -> None:
    inner, now = wire.encode(7), wire.encode([1])
    execution, effects = unwatched(TASK, ended((inner, [(0, 1, now)], ["random"])))
    assert execution == Execution(Status.OK, answer=inner)
    assert effects == Effects(((0, 1, now),), ("random",))


def test_what_was_not_watched_is_left_alone() -> None:
    plain = replace(TASK, entry=Function("f"))
    assert unwatched(plain, ended(7)) == (ended(7), Effects())
    failed = Execution(Status.EXCEPTION)
    assert unwatched(TASK, failed) == (failed, Effects())


@pytest.mark.parametrize(
    "said",
    [7, (), (b"N", [], [], []), (b"?", [], []), (7, [], []), (b"N", [(0, 0, 7)], []), (b"N", [(0, 0)], []),
     (b"N", [], ["os"]), (b"N", [], [[]]), (b"N", 3, [])],
)  # fmt: skip
def test_what_no_guest_says_is_no_answer(said: Any) -> None:
    execution, effects = unwatched(TASK, ended(said))
    assert (execution.status, execution.answer, effects) == (Status.BAD_ANSWER, None, Effects())


def test_the_first_effect_is_told() -> None:
    many = PURE.model_copy(update={"many_calls": True})
    sorted_now = Effects(((2, 0, wire.encode([1, 2])),), ("random",))
    assert impurity(PURE, Effects()) is None
    assert impurity(PURE, sorted_now) == "it changed its argument xs: it is now [1, 2]"
    assert impurity(many, sorted_now) == "call 3 changed its argument xs: it is now [1, 2]"
    assert impurity(PURE, Effects(((0, 0, b""),))) == "it changed its argument xs"
    assert impurity(PURE, Effects(((0, 9, b"?"),))) == "it changed its argument number 10"
    said = impurity(PURE, Effects((), ("random",)))
    assert said == "it moved the global random state of random: make a generator of your own instead"


def asked(*flags: str) -> dict[str, str]:
    return {
        "problem_yaml": YAML.replace("  returns: int\n", "  returns: int\n" + "".join(f"  {f}: true\n" for f in flags))
    }


SORTS = "def largest_gap(xs):\n    xs.sort()\n    return max((b - a for a, b in zip(xs, xs[1:])), default=0)\n"


def test_a_changed_argument_is_wrong_where_it_must_stay(sandbox: Sandbox, tmp_path: Path) -> None:
    assert judge(sandbox, tmp_path / "a", SORTS, mode="run")[0].verdict is Verdict.AC
    report, _ = judge(sandbox, tmp_path / "b", SORTS, asked("pure"), mode="run", own=("xs = [2, 1]",))
    assert [(case.tier, case.verdict) for case in report.cases] == [
        (Tier.SAMPLE, Verdict.WA),
        (Tier.SAMPLE, Verdict.AC),
        (Tier.OWN, Verdict.WA),
    ]
    assert report.cases[0].message == "it changed its argument xs: it is now [1, 4, 9]"
    assert report.cases[0].answer == "5"


def test_the_smallest_input_that_is_changed_is_found(sandbox: Sandbox, tmp_path: Path) -> None:
    quiet = SORTS.replace("xs.sort()", "xs.sort() if min(xs) < 0 else None\n    ys = sorted(xs)").replace(
        "zip(xs, xs[1", "zip(ys, ys[1"
    )
    report, _ = judge(sandbox, tmp_path, quiet, asked("pure"), smallest=True)
    found = report.counterexample
    assert report.verdict is Verdict.WA
    assert found is not None
    assert found.message.startswith("it changed its argument xs: it is now [")
    assert found.size == 2


def test_another_answer_to_the_same_input_is_wrong_where_it_must_be_the_same(sandbox: Sandbox, tmp_path: Path) -> None:
    cases = CASES.replace('"answer": 5', '"answer": 5.0').replace('"answer": 0', '"answer": 0.0')
    loose = {"cases_py": cases, **asked("reproducible")}
    loose["problem_yaml"] = loose["problem_yaml"].replace("{kind: exact}", "{kind: float, absolute: 100000}")
    guesses = "import os\ndef largest_gap(xs):\n    return int.from_bytes(os.urandom(2), 'big') / 1\n"
    report, _ = judge(sandbox, tmp_path, guesses, loose, mode="run")
    assert {case.verdict for case in report.cases} == {Verdict.WA}
    assert report.cases[0].message == "a second run with the same input gave another answer"


class Scripted:
    """A sandbox that says what it was told to say."""

    def __init__(self, *says: Execution) -> None:
        self.says = list(says)

    def run(self, _task: Task) -> Execution:
        return self.says.pop(0)

    def expected(self, _input: bytes) -> ExpectedAnswer:
        return ExpectedAnswer(wire.encode(0), 1, 1, 0)


def test_a_second_run_that_ends_otherwise_is_wrong_and_none_is_made_of_a_large_case(tmp_path: Path) -> None:
    problem = load_problem(write_folder(tmp_path, **asked("reproducible")))
    case = Case(Tier.EDGE, "one", wire.encode(([1],)), visible=True)

    def run(case: Case, *says: Execution) -> CaseFinished:
        box = Scripted(*says)
        finished = CaseRunner(problem, Program.single("x"), box, box, reveal=True).run(case, 0, 1)  # type: ignore[arg-type]
        assert box.says == []
        return finished

    assert run(case, ended(0), ended(0)).verdict is Verdict.AC
    failed = run(case, ended(0), Execution(Status.EXCEPTION, message="ValueError: 3"))
    assert (failed.verdict, failed.message) == (
        Verdict.WA,
        "a second run with the same input ended otherwise: RTE ValueError: 3",
    )
    assert run(replace(case, tier=Tier.SCALE), ended(0)).verdict is Verdict.AC
    assert run(case, ended(1)).verdict is Verdict.WA
    with pytest.raises(SandboxError, match="no room"):
        run(case, ended(0), Execution(Status.FAULT, message="no room"))


def test_many_calls_from_the_samples_to_the_verdict(sandbox: Sandbox, tmp_path: Path) -> None:
    cases = CASES.replace("([1, 9, 4],)", "[([1, 9, 4],), ([3],)]").replace('"answer": 5', '"answer": [5, 0]')
    cases = cases.replace("([2, 2],)", "[([2, 2],)]").replace('"answer": 0', '"answer": [0]')
    right = SORTS.replace("xs.sort()", "xs = sorted(xs)")
    own = ("largest_gap([3, 1])\nlargest_gap([2])", "xs = [1]", "largest_gap([])")
    report, _ = judge(sandbox, tmp_path, right, {"cases_py": cases, **asked("many_calls")}, mode="run", own=own)
    assert [case.verdict for case in report.cases] == [Verdict.AC, Verdict.AC, Verdict.AC, Verdict.CE, Verdict.CE]
    assert report.cases[0].input == "largest_gap([1, 9, 4])\nlargest_gap([3])"
    assert report.cases[2].expected == "2\n0"
    assert "line 1: write one call a line: largest_gap(xs)" in report.cases[3].message
    assert "xs is empty" in report.cases[4].message
    wrong = right.replace("return", "return len(xs) > 1 and")
    report, _ = judge(sandbox, tmp_path, wrong, {"cases_py": cases, **asked("many_calls")}, mode="run")
    assert report.cases[0].message == "call 2, largest_gap([3]): False is a bool, expected the int 0"
