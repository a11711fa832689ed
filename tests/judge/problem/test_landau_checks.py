"""Tail probabilities against values of scipy 1.17 and R 4.3, written down here; and what Tests promises."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import product

import pytest

from judge.problem.landau_checks import (
    Tests as StatisticalTests,
)
from judge.problem.landau_checks import (
    binomial_tail,
    binomial_test,
    chi_square_tail,
    ks_bound,
    ks_distance,
    normal_test,
)


def near(value: float) -> object:
    return pytest.approx(value, rel=1e-10)


@pytest.mark.parametrize("n", [0, 1, 2, 7, 15, 16, 17, 60])
@pytest.mark.parametrize("chance", [0.5, 0.3, 0.05, 0.99, 1 / 256, 0.0, 1.0])
def test_a_binomial_tail_is_the_sum_of_its_terms(n: int, chance: float) -> None:
    p = Fraction(chance)
    for count in range(n + 2):
        exact = sum(math.comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(count, n + 1))
        assert binomial_tail(count, n, chance) == near(float(exact))


@pytest.mark.parametrize(
    ("count", "trials", "chance", "known"),
    [
        (501_500, 10**6, 0.5, 0.001354327653029687),
        (50_600, 10**5, 0.5, 7.483595545718704e-05),
        (5_500, 10**5, 0.05, 4.669950136580222e-13),
        (4_000, 10**5, 0.05, 1.0),
        (303_000, 10**6, 0.3, 3.0883946443311614e-11),
    ],
)
def test_a_binomial_tail_of_many_is_as_scipy_has_it(count: int, trials: int, chance: float, known: float) -> None:
    assert binomial_tail(count, trials, chance) == near(known)


@pytest.mark.parametrize(
    ("statistic", "degrees", "known"),
    [
        (3.84, 1, 0.05004352124870519),
        (10, 3, 0.01856613546304325),
        (100, 50, 3.454931382984871e-05),
        (300, 40, 1.4955969722726186e-41),
        (2000, 1500, 5.809910989761926e-17),
        (0.5, 7, 0.9994464813904249),
        (0, 4, 1.0),
    ],
)
def test_a_chi_square_tail_is_as_scipy_has_it(statistic: float, degrees: int, known: float) -> None:
    assert chi_square_tail(statistic, degrees) == near(known)


@pytest.mark.parametrize(("z", "known"), [(0, 1.0), (-1.96, 0.04999579029644087), (6, 1.973175290075389e-09)])
def test_a_normal_test_has_two_sides(z: float, known: float) -> None:
    assert normal_test(z) == near(known)


@pytest.mark.parametrize(
    ("distance", "n", "known"), [(0.3, 10, 0.27053557), (0.05, 1000, 0.0130121), (0.1, 1000, 3.7037e-09)]
)
def test_a_ks_bound_is_above_what_scipy_computes_and_not_far(distance: float, n: int, known: float) -> None:
    assert known <= ks_bound(distance, n) <= 1.25 * known


def test_ks_distance_of_values_that_lie_evenly() -> None:
    assert ks_distance([0.7, 0.1, 0.9, 0.3, 0.5], lambda x: x) == pytest.approx(0.1)
    assert ks_distance([0.0] * 4, lambda x: x) == 1.0


def test_a_binomial_test_refuses_no_more_often_than_it_says() -> None:
    """Over all sixteen throws: the chance that the p-value is at most t is at most t, for every t that occurs."""
    p_values = [binomial_test(sum(throws), 16, 0.5) for throws in product((0, 1), repeat=16)]
    for limit in set(p_values):
        assert sum(p <= limit for p in p_values) / len(p_values) <= limit + 1e-12


def test_many_tests_refuse_a_right_solution_no_more_often_than_one_may() -> None:
    """Bonferroni, whole: twelve throws, tested four ways that hang together."""
    refused = 0
    for throws in product((0, 1), repeat=12):
        tests = StatisticalTests(0.05)
        tests.add("ones", binomial_test(sum(throws), 12, 0.5))
        for lag in (1, 2, 3):
            changes = sum(a != b for a, b in zip(throws, throws[lag:], strict=False))
            tests.add(f"lag {lag}", binomial_test(changes, 12 - lag, 0.5))
        refused += tests.why() is not None
    assert 0 < refused / 2**12 <= 0.05


def test_the_worst_test_is_named() -> None:
    tests = StatisticalTests(1e-6)
    assert tests.why() is None
    tests.add("the share of ones", 0.3)
    assert tests.why() is None
    tests.add("lag 1", 1e-9)
    assert tests.why() == "lag 1: a right solution looks like this once in 1e+09 runs"
    for number in range(1000):
        tests.add(f"other {number}", 0.5)
    assert tests.why() is None, "1e-9 is nothing rare among a thousand tests at 1e-6"


@pytest.mark.parametrize(
    "call",
    [
        lambda: binomial_tail(1, -1, 0.5),
        lambda: binomial_tail(1, 1, 1.5),
        lambda: chi_square_tail(-1, 1),
        lambda: chi_square_tail(1, 0),
        lambda: ks_distance([], lambda x: x),
        lambda: StatisticalTests(0),
        lambda: StatisticalTests(0.1).add("x", math.nan),
    ],
)
def test_what_is_no_chance_is_refused(call: object) -> None:
    with pytest.raises(ValueError, match=r"wants|between|no chance"):
        call()  # type: ignore[operator]
