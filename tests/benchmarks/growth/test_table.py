"""The published table counts what it says."""

from __future__ import annotations

from benchmarks.growth.corpus import Label
from benchmarks.growth.peers.limits import beyond_limit
from benchmarks.growth.progress import row
from benchmarks.growth.record import Judgement, is_wrong
from benchmarks.growth.table import summary
from judge.report import FamilyGrowth, Outcome, Point, Resource, Role


def judged(label: Label, outcome: Outcome, mine: int, failure: str = "", name: str = "one") -> Judgement:
    points = [Point(role=Role.REFERENCE, size=n, values=[n * 1000, n * 900]) for n in (10, 20)] + [
        Point(role=Role.SUBMISSION, size=n, values=[n * mine]) for n in (10, 20)
    ]
    family = FamilyGrowth(family="random", resource=Resource.TIME, required="n", outcome=outcome, points=points)
    return Judgement("task", name, label, (family,), 1.5, failure)


RIGHT = judged(Label.RIGHT, Outcome.WITHIN, 4000)  # 4.4 times the reference: right, and slow
WORSE = judged(Label.WORSE, Outcome.EXCEEDS, 1000, name="two")


def test_what_is_wrong() -> None:
    assert not is_wrong(RIGHT)
    assert not is_wrong(WORSE)
    assert is_wrong(judged(Label.RIGHT, Outcome.EXCEEDS, 1))
    assert is_wrong(judged(Label.WORSE, Outcome.WITHIN, 1))
    assert is_wrong(judged(Label.NEAR, Outcome.EXCEEDS, 1))
    assert is_wrong(judged(Label.RIGHT, Outcome.WITHIN, 1, failure="crashed"))
    assert not is_wrong(judged(Label.WORSE, Outcome.INCONCLUSIVE, 1))


def test_limits_are_applied_to_the_same_runs() -> None:
    assert beyond_limit(RIGHT, 2)
    assert not beyond_limit(RIGHT, 5)
    assert not beyond_limit(WORSE, 2)


def test_the_table() -> None:
    lines = {line[:32].strip(): line[32:].split("  ") for line in summary([RIGHT, WORSE]).splitlines()[1:5]}
    counts = {name: [part.strip() for part in parts if part.strip()] for name, parts in lines.items()}
    assert counts["growth"] == ["0 of 1", "0 of 1"]
    assert counts["time limit, 2 x the reference"] == ["1 of 1", "1 of 1"]
    assert counts["time limit, 5 x the reference"] == ["0 of 1", "1 of 1"]


def test_a_verdict_that_changed_is_seen() -> None:
    assert "1 of 1" in summary([RIGHT, RIGHT]).splitlines()[-1]
    assert "0 of 1" in summary([RIGHT, judged(Label.RIGHT, Outcome.INCONCLUSIVE, 1)]).splitlines()[-1]


def test_recordings_survive() -> None:
    assert Judgement.of(RIGHT.plain()) == RIGHT
    assert row(RIGHT).startswith("   task/one")
    assert row(judged(Label.WORSE, Outcome.WITHIN, 1)).startswith("!!")
