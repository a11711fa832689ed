"""The three-way decision on made-up measurements: never a right solution rejected, never a worse one within."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from judge.growth.complexity import parse_class
from judge.growth.decide import decide
from judge.growth.decision import Basis
from judge.report import Outcome, Point, Role
from tests.judge.growth.curves import COSTS, exact, measured

WITHIN, EXCEEDS, INCONCLUSIVE = Outcome.WITHIN, Outcome.EXCEEDS, Outcome.INCONCLUSIVE


def outcomes(seed: int, times: int, required: str, mine: str, factor: float = 1.0, **how: object) -> Counter[Outcome]:
    rng = random.Random(seed)
    cost, other = COSTS[mine], COSTS[required]
    found: Counter[Outcome] = Counter()
    for _ in range(times):
        points = measured(rng, lambda n: factor * cost(n), other, **how)  # type: ignore[arg-type]
        found[decide(points, parse_class(required)).outcome] += 1
    return found


@pytest.mark.parametrize("factor", [0.1, 1, 5, 30])
@pytest.mark.parametrize("required", ["n", "n log n"])
def test_no_right_solution_is_rejected_whatever_its_constant(required: str, factor: float) -> None:
    found = outcomes(1, 40, required, required, factor)
    assert found[EXCEEDS] == 0
    assert found[WITHIN] >= 34


@pytest.mark.parametrize("mine", ["n^1.5", "n²", "n and a hidden n²"])
@pytest.mark.parametrize("required", ["n", "n log n"])
def test_no_worse_solution_is_within(required: str, mine: str) -> None:
    found = outcomes(2, 40, required, mine)
    assert found[WITHIN] == 0
    assert found[EXCEEDS] >= 32


@pytest.mark.parametrize("noise", [0.1, 0.2])
def test_noise_makes_decisions_open_not_wrong(noise: float) -> None:
    right = outcomes(3, 60, "n", "n", 30, noise=noise, outliers=0.3, runs=4)
    worse = outcomes(4, 60, "n", "n^1.5", noise=noise, outliers=0.3, runs=4)
    assert right[EXCEEDS] == 0
    assert worse[WITHIN] == 0


def test_a_lower_class_is_within() -> None:
    assert outcomes(5, 20, "n log n", "n")[EXCEEDS] == 0
    assert outcomes(6, 20, "n", "log n")[WITHIN] == 20
    assert outcomes(7, 20, "n²", "n")[WITHIN] == 20


def test_a_logarithm_more_is_never_rejected() -> None:
    assert outcomes(8, 60, "n", "n log n")[EXCEEDS] == 0


@pytest.mark.parametrize("fixed", [(8e6, 4e5), (4e5, 8e6)])
def test_a_large_fixed_cost_of_either_hides_nothing(fixed: tuple[float, float]) -> None:
    assert outcomes(9, 20, "n", "n", fixed=fixed)[EXCEEDS] == 0
    assert outcomes(10, 20, "n", "n²", fixed=fixed)[EXCEEDS] >= 18


def test_where_the_reference_is_too_cheap_to_be_seen_the_class_itself_is_the_measure() -> None:
    rng = random.Random(11)
    slow = decide(measured(rng, COSTS["n²"], COSTS["log n"]), parse_class("log n"))
    assert (slow.outcome, slow.basis) == (EXCEEDS, Basis.OWN)
    assert slow.exponent == pytest.approx(2, abs=0.25)
    quick = decide(measured(rng, COSTS["1"], COSTS["log n"]), parse_class("log n"))
    assert (quick.outcome, quick.basis) == (WITHIN, Basis.FLAT)


def test_nothing_visible_says_nothing_where_growth_is_allowed() -> None:
    points = exact(lambda n: 3e5, lambda n: 3e5, [500, 1000, 2000, 4000, 8000])
    assert decide(points, parse_class("n")).outcome is INCONCLUSIVE


def test_too_few_sizes_say_nothing() -> None:
    points = exact(lambda n: 1000 * n, lambda n: 1000 * n, [500, 1000, 2000])
    decision = decide(points, parse_class("n"))
    assert (decision.outcome, decision.basis) == (INCONCLUSIVE, Basis.LITTLE)
    assert decide([], parse_class("n")).outcome is INCONCLUSIVE


def stopped(size: int, bound: int) -> Point:
    return Point(role=Role.SUBMISSION, size=size, values=[bound], censored=True)


def test_a_runaway_exceeds_by_its_lower_bound() -> None:
    points = exact(lambda n: 4e5, lambda n: 4e5 + 50 * n, [16, 32])
    points += [Point(role=Role.REFERENCE, size=64, values=[403_200]), stopped(64, 1_000_000_000)]
    decision = decide(points, parse_class("n"))
    assert (decision.outcome, decision.basis) == (EXCEEDS, Basis.CENSORED)
    assert decision.exponent is not None
    assert decision.exponent > 8


def test_a_stop_not_far_above_the_class_is_no_proof_and_never_within() -> None:
    points = exact(lambda n: 4e5 + 1000 * n, lambda n: 4e5 + 1000 * n, [500, 1000, 2000, 4000, 8000, 16_000])
    points += [Point(role=Role.REFERENCE, size=32_000, values=[32_400_000]), stopped(32_000, 40_000_000)]
    assert decide(points, parse_class("n")).outcome is INCONCLUSIVE


def test_an_exponential_class_is_compared_with_its_reference_only() -> None:
    sizes = [4, 8, 10, 12, 14, 16]
    right = exact(lambda n: 4e5 + 9000 * 2**n, lambda n: 4e5 + 3000 * 2**n, sizes)
    worse = exact(lambda n: 4e5 + 3000 * 3**n, lambda n: 4e5 + 3000 * 2**n, sizes)
    assert decide(right, parse_class("2^n")).outcome is WITHIN
    assert decide(worse, parse_class("2^n")).outcome is EXCEEDS
    assert decide(worse, parse_class("2^n")).exponent is None
    cut = [*exact(lambda n: 4e5, lambda n: 4e5, [4, 8]), stopped(16, 10**10)]
    assert decide(cut, parse_class("2^n")).outcome is INCONCLUSIVE


def test_the_slope_and_exponent_shown() -> None:
    decision = decide(measured(random.Random(12), COSTS["n²"], COSTS["n log n"], noise=0.01), parse_class("n log n"))
    assert decision.exponent == pytest.approx(2, abs=0.15)
    assert decision.low is not None
    assert decision.slope is not None
    assert decision.high is not None
    assert decision.low <= decision.slope <= decision.high
    assert decision.submission_factor == pytest.approx(4, rel=0.15)


def test_the_same_points_give_the_same_decision() -> None:
    points = measured(random.Random(13), COSTS["n"], COSTS["n"])
    assert decide(points, parse_class("n")) == decide(points, parse_class("n"))
