"""The published tables count what they say."""

from __future__ import annotations

import pytest

from benchmarks.growth.bounds import FULL, QUICK, Bounds, checks
from benchmarks.growth.corpus import Kind, Label
from benchmarks.growth.figures import Share, by_growth, by_peer, cost, near_rejected, obvious_quadratics, sound, steady
from benchmarks.growth.peers.limits import beyond_limit
from benchmarks.growth.progress import Counter, row
from benchmarks.growth.record import Judgement, is_wrong
from benchmarks.growth.table import circumstances, summary, tables
from judge.report import Outcome
from tests.benchmarks.growth.made import judged

SLOW = judged(Label.RIGHT, Outcome.WITHIN, lambda n: n * 4.4e-6)  # 4.4 times the reference: right, and slow
WORSE = judged(Label.WORSE, Outcome.EXCEEDS, name="two")
OPEN = judged(Label.WORSE, Outcome.INCONCLUSIVE, name="three")
MISSED = judged(Label.WORSE, Outcome.WITHIN, name="four")
FAILED = judged(Label.WORSE, Outcome.WITHIN, name="five", failure="n = 8: MLE", verdict="MLE")
FAULT = judged(Label.RIGHT, Outcome.WITHIN, name="six", failure="n = 8: JE", verdict="JE")


def test_what_is_wrong() -> None:
    assert not any(map(is_wrong, (SLOW, WORSE, OPEN, FAILED)))
    assert all(map(is_wrong, (MISSED, FAULT)))
    assert is_wrong(judged(Label.RIGHT, Outcome.EXCEEDS))
    assert is_wrong(judged(Label.NEAR, Outcome.EXCEEDS))
    assert is_wrong(judged(Label.RIGHT, Outcome.WITHIN, failure="wrong", verdict="WA"))


def test_errors_of_growth() -> None:
    errors = by_growth([SLOW, WORSE, OPEN, MISSED, FAILED])
    assert errors.right_rejected == Share(0, 1)
    assert errors.worse_accepted == Share(1, 4)
    assert errors.worse_open == Share(1, 4)
    assert errors.right_open == Share(0, 1)


def test_errors_of_another_rule_on_the_same_recordings() -> None:
    two = by_peer([SLOW, WORSE, FAILED], lambda one: beyond_limit(one, 2))
    five = by_peer([SLOW, WORSE, FAILED], lambda one: beyond_limit(one, 5))
    assert (two.right_rejected, two.worse_accepted) == (Share(1, 1), Share(1, 2))
    assert (five.right_rejected, five.worse_accepted) == (Share(0, 1), Share(1, 2))


def test_a_share_says_how_sure_it_is() -> None:
    assert str(Share(5, 340)) == "5 of 340 (0.5-3.4 %)"
    assert str(Share(0, 0)) == "none"


def test_what_failed_in_judging_says_nothing_of_the_solution() -> None:
    assert sound([SLOW, FAULT]) == [SLOW]
    assert "1 of 2" in summary([SLOW, FAULT]).split("judging itself failed")[1].splitlines()[0]


def repeats(*outcomes: Outcome, name: str = "one") -> list[Judgement]:
    return [judged(Label.RIGHT, outcome, repeat=number, name=name) for number, outcome in enumerate(outcomes)]


def test_a_verdict_that_changed_is_seen() -> None:
    within, open_ = Outcome.WITHIN, Outcome.INCONCLUSIVE
    once = judged(Label.RIGHT, within, name="once")
    assert steady([*repeats(within, within, within), once]) == (Share(3, 3), Share(1, 1))
    assert steady([*repeats(within, open_, within), *repeats(within, within, name="b")]) == (Share(4, 5), Share(1, 2))


def test_costs() -> None:
    found = cost([float(value) for value in range(1, 101)])
    assert found is not None
    assert (found.middle, found.high, found.worst) == (50.5, 95.0, 100.0)
    assert cost([]) is None


def test_an_obvious_quadratic() -> None:
    plain = judged(Label.WORSE, Outcome.EXCEEDS, name="q")
    steep, flat = (plain.families[0].model_copy(update={"slope": s, "slope_low": s - 0.1}) for s in (1.0, 0.5))
    assert len(obvious_quadratics([Judgement("t", "q", Label.WORSE, (steep,), 1.0)])) == 1
    assert obvious_quadratics([Judgement("t", "q", Label.WORSE, (flat,), 1.0)]) == []


def test_near_ones_are_counted_by_themselves() -> None:
    near = [judged(Label.NEAR, Outcome.EXCEEDS), judged(Label.NEAR, Outcome.WITHIN)]
    assert near_rejected(near) == Share(1, 2)
    assert by_growth(near).right_rejected == Share(0, 0)


def test_quiet_and_loaded_are_told_apart() -> None:
    loaded = judged(Label.RIGHT, Outcome.EXCEEDS, busy=2)
    parts = dict(circumstances([SLOW, loaded]))
    assert [len(part) for part in parts.values()] == [2, 1, 1]
    assert parts["2 cores kept busy"] == [loaded]
    assert [name for name, _ in circumstances([SLOW])] == ["quiet"]


def test_the_tables() -> None:
    rules, kinds, *_ = tables([SLOW, WORSE, judged(Label.WORSE, Outcome.WITHIN, kind=Kind.HIDDEN, name="h")])
    counts = {name: [cell.split(" (")[0] for cell in cells] for name, *cells in rules.rows}
    assert counts["growth"] == ["0 of 1", "1 of 2", "0 of 2", "0 of 1"]
    assert counts["time limit, 2 x the reference"] == ["1 of 1", "2 of 2", "-", "-"]
    assert {name: cells[0] for name, *cells in kinds.rows} == {"plain": "2", "hidden": "1"}


def test_markdown() -> None:
    text = summary([SLOW, WORSE], markdown=True)
    lines = [line for line in text.splitlines() if line.startswith("| growth |")]
    assert lines == [
        "| growth | 0 of 1 (0.0-97.5 %) | 0 of 1 (0.0-97.5 %) | 0 of 1 (0.0-97.5 %) | 0 of 1 (0.0-97.5 %) |"
    ]
    assert all(line.count("|") == 6 for line in text.split("\n\n")[1].splitlines())


@pytest.mark.parametrize("bounds", [FULL, QUICK])
@pytest.mark.parametrize("wrong", [judged(Label.RIGHT, Outcome.EXCEEDS, name="x"), MISSED, FAULT])
def test_one_wrong_verdict_misses_any_bounds(wrong: Judgement, bounds: Bounds) -> None:
    many = [judged(Label.WORSE, Outcome.EXCEEDS, name=str(number)) for number in range(30)]
    assert all(check.met for check in checks(many, bounds))
    assert not all(check.met for check in checks([*many, wrong], bounds))


def test_a_quick_run_leaves_more_open() -> None:
    many = [judged(Label.WORSE, Outcome.EXCEEDS, name=str(number)) for number in range(9)]
    assert not all(check.met for check in checks([*many, OPEN], FULL))
    assert all(check.met for check in checks([*many, OPEN], QUICK))
    assert not all(check.met for check in checks([*many[:4], OPEN], QUICK))


def test_a_row() -> None:
    assert row(SLOW).startswith("   task/one")
    assert row(MISSED).startswith("!! ")
    assert row(OPEN).startswith("?  ")
    assert "failed: MLE" in row(FAILED)


def test_how_long_it_takes_is_guessed_from_what_was_seen() -> None:
    counter = Counter(total=110, done=50, wrong=0)
    assert counter.left() == ""
    for _ in range(20):
        counter.count(SLOW)
    assert counter.left(counter._began + 1200) == "40 min left"
