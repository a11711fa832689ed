"""A submission that burns a fixed amount of CPU first, so that what grows cannot be seen beside it."""

from __future__ import annotations

import pytest

from judge.growth.complexity import parse_class
from judge.growth.decide import decide
from judge.report import Outcome, Point, Role

SIZES = (1_000, 2_000, 4_000, 8_000, 16_000, 32_000)
MS = 1_000_000


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
