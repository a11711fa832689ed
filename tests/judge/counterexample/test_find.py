"""From a failed hidden case to what is told of it, without a cell: submission, reference and families are functions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest

from judge.counterexample import Budget, find_counterexample
from judge.counterexample.find import FLAKY, UNFINISHED, Failed
from judge.counterexample.search import SALT, draws, sizes
from judge.counterexample.trial import Trials
from judge.problem.cases import CaseMaker
from judge.problem.model import Case
from judge.report import CaseFinished, Counterexample, CounterexampleFound, Event, Stage, Tier, Verdict
from sandbox.guest import wire
from tests.judge.counterexample.fakes import PROGRAM, Box, Maker, problem


def failed(xs: list[int] | None, verdict: Verdict = Verdict.WA, **more: Any) -> Failed:
    finished = CaseFinished(index=3, total=9, tier=Tier.ADVERSARIAL, name="random", verdict=verdict, **more)
    if xs is None:
        return Failed(finished)
    return Failed(finished, Case(Tier.ADVERSARIAL, "random", wire.encode((xs,)), visible=False))


def look(
    tmp_path: Path,
    submission: Callable[..., Any],
    *cases: Failed,
    budget: Budget | None = None,
    cpu_ns: int = 1_000_000,
    language: str = "python",
    **maker: Any,
) -> tuple[Counterexample | None, list[Event], Box, Maker]:
    box, made = Box(submission, cpu_ns), Maker(tmp_path, **maker)
    events = list(
        find_counterexample(
            list(cases), problem(), PROGRAM, language, box, cast(CaseMaker, made), budget or Budget(wall_ns=10**12)
        )
    )
    found = [event.counterexample for event in events if isinstance(event, CounterexampleFound)]
    assert len(found) <= 1 and all(isinstance(event, Stage) for event in events[: len(events) - len(found)])
    return (found[0] if found else None), events, box, made


def distinct_sum(xs: list[int]) -> int:
    return sum(set(xs))


def test_the_smallest_input_is_told_as_code_to_paste(tmp_path: Path) -> None:
    told, _, box, _ = look(tmp_path, distinct_sum, failed([9, 41, 9, -3, 12, 9, 7]))
    assert told is not None
    assert (told.input, told.expected, told.answer) == ("xs = [1, 1]", "2", "1")
    assert told.code == "xs = [1, 1]\nprint(f(xs))  # expected: 2\n"
    assert (told.size, told.from_size, told.note) == (2, 7, "")
    assert told.message == "1 is an int, expected the int 2" or "1, expected 2" in told.message
    assert told.runs == len(box.runs) - 1  # once more at the end


def test_small_draws_come_before_a_large_case_is_taken_apart(tmp_path: Path) -> None:
    told, _, box, made = look(tmp_path, lambda xs: 0, failed([1] * 2000, size=2000))
    assert told is not None and told.input in ("xs = [1]", "xs = [-1]")
    assert max(map(len, box.runs)) <= 2
    assert made.drawn[0][1] == 1


def test_a_failure_met_while_growth_was_measured_is_looked_for_in_its_family(tmp_path: Path) -> None:
    def submission(xs: list[int]) -> int:
        return 0 if len(xs) > 11 and xs == sorted(xs, reverse=True) else sum(xs)

    told, _, _, made = look(tmp_path, submission, failed(None, family="falling", size=5000), smallest=4)
    assert told is not None and told.size == 12 and told.from_size == 5000
    assert [family for family, _, _ in made.drawn][:2] == ["falling", "random"]


def test_nothing_found_is_nothing_told(tmp_path: Path) -> None:
    told, events, _, _ = look(tmp_path, sum, failed(None, family="random", size=30))
    assert told is None and isinstance(events[0], Stage)
    told, _, _, _ = look(tmp_path, lambda xs: sum(xs) + (len(xs) > 3000), failed([123456] * 3001), smallest=10**9)
    assert told is None  # it cannot be made smaller, and is too large to show


def test_only_legal_inputs_are_put_to_the_submission(tmp_path: Path) -> None:
    def legal(xs: list[int]) -> bool:
        return len(xs) >= 3 and all(x > 10 for x in xs)

    told, _, box, _ = look(tmp_path, distinct_sum, failed([90, 41, 90, 33, 12]), legal=legal)
    assert told is not None and told.input == "xs = [11, 11, 11]"
    assert all(map(legal, box.runs))


def test_where_the_reference_fails_the_input_is_none_of_the_problem(tmp_path: Path) -> None:
    told, _, box, _ = look(tmp_path, lambda xs: -1, failed([5, 3]), answer=lambda xs: sum(xs) // len(xs))
    assert told is not None and told.input == "xs = [0]"
    assert [] not in box.runs


def test_another_failure_is_another_story(tmp_path: Path) -> None:
    def submission(xs: list[int]) -> int:
        return xs[1] + sum(xs) if 7 in xs else sum(xs) + xs[0] - xs[0]

    told, _, _, _ = look(tmp_path, submission, failed([7, 4, 2]))
    assert told is not None and told.verdict is Verdict.WA and told.input.count(",") == 1
    told, _, _, _ = look(tmp_path, submission, failed([], Verdict.RTE))
    assert told is not None and told.input == "xs = []" and "IndexError" in (told.traceback or "")


def test_the_first_failure_decides_and_the_smallest_case_is_the_start(tmp_path: Path) -> None:
    cases = [failed([50, 3, 50, 9, 10]), failed([4, 4]), failed([1], Verdict.RTE)]
    told, _, box, _ = look(tmp_path, distinct_sum, *cases)
    assert told is not None and told.from_size == 5 and told.input == "xs = [1, 1]"
    assert max(map(len, box.runs)) <= 2


@pytest.mark.parametrize("budget", [Budget(runs=12, wall_ns=10**12), Budget(cpu_ns=24_000_000, wall_ns=10**12)])
def test_looking_stops_with_the_budget_and_keeps_the_best(tmp_path: Path, budget: Budget) -> None:
    xs = list(range(100, 164))
    told, _, box, _ = look(tmp_path, lambda xs: sum(xs[:33]), failed(xs), budget=budget, smallest=10**9)
    assert told is not None and told.note == UNFINISHED
    assert told.size is not None and 34 <= told.size < 64
    assert len(box.runs) <= 13


def test_looking_stops_with_the_clock(tmp_path: Path) -> None:
    now = iter(range(0, 10**6, 100))
    trials = Trials(
        problem(),
        PROGRAM,
        Box(sum),
        cast(CaseMaker, Maker(tmp_path)),
        Verdict.WA,
        Budget(wall_ns=1000),
        lambda: next(now),
    )
    asked = 0
    while not trials.spent():
        asked += 1
    assert asked == 9


def test_a_run_of_a_small_input_is_cut_short(tmp_path: Path) -> None:
    """Each would take nine seconds: what does not answer in time is not the failure that is looked for."""
    told, _, box, _ = look(tmp_path, lambda xs: 0, failed([5] * 3000), cpu_ns=9 * 10**9, smallest=10**9)
    assert told is None
    assert len(box.runs) <= 7


def test_who_answers_now_so_now_so_is_told_so(tmp_path: Path) -> None:
    answers = iter([0] * 3 + [1] * 1000)

    def submission(xs: list[int]) -> int:
        return next(answers) and sum(xs)

    told, _, _, _ = look(tmp_path, submission, failed([5, 6]), smallest=10**9)
    assert told is not None and told.note == FLAKY
    assert told.answer != told.expected


def test_the_same_twice(tmp_path: Path) -> None:
    one = look(tmp_path / "a", distinct_sum, failed([9, 41, 9, -3, 12, 9, 7]))
    two = look(tmp_path / "b", distinct_sum, failed([9, 41, 9, -3, 12, 9, 7]))
    assert one[0] == two[0] and one[2].runs == two[2].runs


def test_no_input_is_run_twice_but_the_last(tmp_path: Path) -> None:
    _, _, box, _ = look(tmp_path, distinct_sum, failed([9, 41, 9, -3, 12, 9, 7]))
    seen = [tuple(xs) for xs in box.runs[:-1]]
    assert len(seen) == len(set(seen))


def test_other_languages_get_the_input_and_no_python(tmp_path: Path) -> None:
    told, _, _, _ = look(tmp_path, distinct_sum, failed([4, 4]), language="cpp")
    assert told is not None and told.code == "" and told.input == "xs = [1, 1]"


def test_nothing_passing_is_written_to_disk(tmp_path: Path) -> None:
    look(tmp_path, distinct_sum, failed([9, 41, 9]))
    assert not list(tmp_path.rglob("*"))


def test_progress_is_told_every_so_many_runs_and_not_while_nothing_is_run(tmp_path: Path) -> None:
    _, events, box, _ = look(tmp_path, distinct_sum, failed([9, 41, 9, -3, 12, 9, 7]))
    told = [event.done for event in events if isinstance(event, Stage)]
    assert told == [None, *range(10, len(box.runs), 10)]
    _, events, box, _ = look(tmp_path, sum, failed(None, size=200), legal=lambda xs: False)
    assert len(events) == 1 and box.runs == []


def test_sizes_grow_and_stay_below_the_failing_one() -> None:
    assert list(sizes(50)) == [1, 2, 3, 4, 5, 6, 8, 10, 20, 40]
    assert list(sizes(4)) == [1, 2, 3]
    assert list(draws(["a", "b"], 2))[:3] == [("a", 2, SALT), ("b", 2, SALT), ("a", 2, SALT + 1)]
