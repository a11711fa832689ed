"""Memory: constant auxiliary space is told from n; constant factors and the allocator's steps are forgiven."""

from __future__ import annotations

import pytest

from judge.growth.complexity import parse_class
from judge.growth.decision import Basis
from judge.growth.memory import decide_memory
from judge.report import Outcome, Point, Role
from sandbox.api import MIB
from tests.judge.growth.curves import Cost, exact

SIZES = [1000 * 2**i for i in range(11)]  # to a million


def peaks(mine: Cost, other: Cost, sizes: list[int] = SIZES) -> list[Point]:
    """Charged by the quarter of a MiB, as the kernel does."""
    grain = MIB / 4

    def charged(cost: Cost) -> Cost:
        return lambda n: -(-cost(n) // grain) * grain

    return exact(charged(mine), charged(other), sizes)


@pytest.mark.parametrize(
    ("mine", "outcome"),
    [
        (lambda n: 100_000.0, Outcome.WITHIN),
        (lambda n: 3 * MIB + 0.0, Outcome.WITHIN),  # a larger constant
        (lambda n: 8.0 * n, Outcome.EXCEEDS),
        (lambda n: 40.0 * n, Outcome.EXCEEDS),
        (lambda n: 2 * MIB + 32.0 * n, Outcome.EXCEEDS),
    ],
)
def test_constant_space_and_a_small_answer(mine: Cost, outcome: Outcome) -> None:
    assert decide_memory(peaks(mine, lambda n: 50_000.0), parse_class("1")).outcome is outcome


@pytest.mark.parametrize(
    ("auxiliary", "outcome"), [(0, Outcome.WITHIN), (8, Outcome.WITHIN), (40, Outcome.EXCEEDS), (80, Outcome.EXCEEDS)]
)
def test_constant_space_beside_an_answer_of_n(auxiliary: int, outcome: Outcome) -> None:
    """Eight bytes an item beside an answer of forty may be another layout of the same answer."""
    points = peaks(lambda n: (40.0 + auxiliary) * n, lambda n: 40.0 * n)
    assert decide_memory(points, parse_class("1")).outcome is outcome


def test_sizes_too_small_to_show_n_say_nothing() -> None:
    points = peaks(lambda n: 8.0 * n, lambda n: 1000.0, [100 * 2**i for i in range(8)])
    assert decide_memory(points, parse_class("1")).outcome is Outcome.INCONCLUSIVE
    assert decide_memory(points[:2], parse_class("1")).basis is Basis.LITTLE


@pytest.mark.parametrize(
    ("mine", "outcome"),
    [
        (lambda n: 30.0 * n, Outcome.WITHIN),
        (lambda n: 2000.0 * n, Outcome.WITHIN),
        (lambda n: 1000.0, Outcome.WITHIN),
        (lambda n: 2.0 * n**1.5, Outcome.EXCEEDS),
    ],
)
def test_linear_space(mine: Cost, outcome: Outcome) -> None:
    assert decide_memory(peaks(mine, lambda n: 90.0 * n), parse_class("n")).outcome is outcome


def test_quadratic_space_is_told_where_the_reference_cannot_be_seen() -> None:
    points = peaks(lambda n: 8.0 * n * n, lambda n: 40.0 * n, [250, 500, 1000, 2000, 4000])
    decision = decide_memory(points, parse_class("n"))
    assert (decision.outcome, decision.basis) == (Outcome.EXCEEDS, Basis.OWN)


def test_a_memory_limit_is_a_lower_bound() -> None:
    points = peaks(lambda n: 8.0, lambda n: 8.0, SIZES[:5])
    points.append(Point(role=Role.SUBMISSION, size=32_000, values=[256 * MIB], censored=True))
    decision = decide_memory(points, parse_class("1"))
    assert (decision.outcome, decision.basis) == (Outcome.EXCEEDS, Basis.CENSORED)


def test_seldom_keeping_all_is_not_constant_space() -> None:
    points = peaks(lambda n: 100_000.0, lambda n: 50_000.0)
    seldom = [
        p.model_copy(update={"values": [*p.values, 8 * p.size + MIB]}) if p.role is Role.SUBMISSION else p
        for p in points
    ]
    assert decide_memory(points, parse_class("1")).outcome is Outcome.WITHIN
    assert decide_memory(seldom, parse_class("1")).outcome is Outcome.INCONCLUSIVE


def test_where_n_is_small_a_linear_space_that_is_not_seen_is_within() -> None:
    sizes = [32, 64, 128, 256, 512, 1024]
    linear = parse_class("n")
    assert decide_memory(peaks(lambda n: 300.0 * n, lambda n: 100.0 * n, sizes), linear).outcome is Outcome.WITHIN
    table = peaks(lambda n: 30.0 * n * n, lambda n: 100.0 * n, sizes)
    assert decide_memory(table, linear).outcome is not Outcome.WITHIN
    few = peaks(lambda n: 300.0 * n, lambda n: 100.0 * n, [16, 32, 64, 128])
    assert decide_memory(few, linear).outcome is Outcome.INCONCLUSIVE
