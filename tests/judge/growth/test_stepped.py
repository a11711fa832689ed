"""Steps decide where they are counted, unless a step itself gets dearer."""

from __future__ import annotations

import pytest

from judge.growth.stepped import steps_get_dearer
from judge.report import Point, Role
from tests.judge.growth.curves import Cost

SIZES = (1000, 2000, 4000, 8000, 16000)


def points(mine: Cost, other: Cost) -> list[Point]:
    return [
        Point(role=role, size=size, values=[round(cost(size))])
        for size in SIZES
        for role, cost in ((Role.SUBMISSION, mine), (Role.REFERENCE, other))
    ]


STEPS = points(lambda n: 40 * n, lambda n: 30 * n)
MS = 1e6


@pytest.mark.parametrize(
    ("time", "dearer"),
    [
        (lambda n: 0.004 * MS * n, False),
        (lambda n: 0.004 * MS * n * (1.7 if n > 9000 else 1), False),  # noise
        (lambda n: 0.000004 * MS * n * n, True),
        (lambda n: 0.0000001 * MS * n, False),  # too short to be timed
    ],
)
def test_a_step_that_gets_dearer_is_told(time: Cost, dearer: bool) -> None:
    assert steps_get_dearer(STEPS, points(time, lambda n: 0.003 * MS * n)) is dearer


def test_where_a_step_of_the_reference_gets_dearer_too_it_is_the_task() -> None:
    assert not steps_get_dearer(STEPS, points(lambda n: 0.004 * n * n, lambda n: 0.003 * n * n))
