"""Counts are exact: one run a size tells a scan from a search."""

from __future__ import annotations

import math

import pytest

from judge.growth.complexity import parse_class
from judge.growth.counts import decide_counts, probe_cap
from judge.growth.decision import Basis
from judge.report import Outcome, Point, Role
from tests.judge.growth.curves import Cost, exact

SIZES = [256 * 2**i for i in range(16)]


def search(n: float) -> float:
    return math.floor(math.log2(n)) + 1


@pytest.mark.parametrize(
    ("mine", "outcome"),
    [
        (search, Outcome.WITHIN),
        (lambda n: 30 * search(n), Outcome.WITHIN),
        (lambda n: search(n) + 200, Outcome.WITHIN),
        (lambda n: 3, Outcome.WITHIN),
        (lambda n: n, Outcome.EXCEEDS),
        (lambda n: n / 50 + search(n), Outcome.EXCEEDS),
        (lambda n: 2 * math.sqrt(n), Outcome.EXCEEDS),
    ],
)
def test_searching(mine: Cost, outcome: Outcome) -> None:
    assert decide_counts(exact(mine, search, SIZES), parse_class("log n")).outcome is outcome


def test_a_scan_is_stopped_and_told_by_then() -> None:
    """As measured: the cap ends the ladder, and stands for the count."""
    points: list[Point] = []
    for size in SIZES:
        cap = probe_cap(round(search(size)))
        points.append(Point(role=Role.REFERENCE, size=size, values=[round(search(size))]))
        points.append(Point(role=Role.SUBMISSION, size=size, values=[min(size, cap)], censored=size > cap))
        if size > cap:
            break
    decision = decide_counts(points, parse_class("log n"))
    assert (decision.outcome, decision.basis) == (Outcome.EXCEEDS, Basis.CENSORED)


def test_too_few_sizes_say_nothing() -> None:
    decision = decide_counts(exact(search, search, SIZES[:3]), parse_class("log n"))
    assert (decision.outcome, decision.basis) == (Outcome.INCONCLUSIVE, Basis.LITTLE)
