"""A submission that uses a fixed amount of CPU or memory first, so that what grows cannot be seen beside it."""

from __future__ import annotations

import pytest

from judge.growth.complexity import parse_class
from judge.growth.decide import decide
from judge.growth.memory import decide_memory
from judge.report import Outcome, Point, Role

SIZES = (1_000, 2_000, 4_000, 8_000, 16_000, 32_000)
MS = 1_000_000
MIB = 1 << 20


def points(burnt_ms: float) -> list[Point]:
    """The reference is linear, the submission quadratic; both cost 8 ms at the largest size."""
    found = []
    for size in SIZES:
        share = size / SIZES[-1]
        for role, work in ((Role.REFERENCE, 8 * share), (Role.SUBMISSION, burnt_ms + 8 * share * share)):
            values = [int((1 + work) * MS * (1 + wobble / 1000)) for wobble in (0, 3, 5)]
            found.append(Point(role=role, size=size, values=values))
    return found


def test_it_exceeds_where_nothing_hides_it() -> None:
    assert decide(points(0), parse_class("n")).outcome is Outcome.EXCEEDS


@pytest.mark.parametrize("burnt_ms", [50, 150, 300])
def test_a_fixed_cost_does_not_make_it_grow_as_it_may(burnt_ms: float) -> None:
    assert decide(points(burnt_ms), parse_class("n")).outcome is not Outcome.WITHIN


@pytest.mark.parametrize(("taken_first", "outcome"), [(0, Outcome.EXCEEDS), (28 * MIB, Outcome.INCONCLUSIVE)])
def test_memory_that_is_taken_and_given_back_hides_nothing(taken_first: int, outcome: Outcome) -> None:
    found = []
    for size in (50_000, 100_000, 200_000, 400_000, 800_000):
        found.append(Point(role=Role.REFERENCE, size=size, values=[MIB // 4]))
        found.append(Point(role=Role.SUBMISSION, size=size, values=[max(taken_first, MIB // 4 + 16 * size)]))
    assert decide_memory(found, parse_class("1")).outcome is outcome
