"""Other rules' fits on curves whose class is known."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from benchmarks.growth.corpus import Label
from benchmarks.growth.peers.big_o import big_o
from benchmarks.growth.peers.bigobench import bigobench
from benchmarks.growth.peers.curves import Fit, Guess, best_times, beyond, rejects
from benchmarks.growth.peers.google_benchmark import google_benchmark
from benchmarks.growth.peers.limits import beyond_limit
from benchmarks.growth.record import Judgement
from judge.growth import parse_class
from judge.report import Outcome
from tests.benchmarks.growth.made import SIZES, family, judged

Curve = Callable[[float], float]

# Each in seconds, of at most minutes.
CURVES: dict[str, Curve] = {
    "n": lambda n: 1e-6 * n,
    "n log n": lambda n: 1e-7 * n * math.log(n),
    "n²": lambda n: 1e-9 * n * n,
    "n³": lambda n: 1e-14 * n**3,
}


@pytest.mark.parametrize("fit", [big_o, google_benchmark])
@pytest.mark.parametrize("name", CURVES)
def test_exact_curves_are_named(fit: Fit, name: str) -> None:
    assert fit(SIZES, [CURVES[name](n) for n in SIZES]).name == name


@pytest.mark.parametrize("name", ["n", "n log n", "n²"])
def test_bigobench_names_curves_of_multiples(name: str) -> None:
    """It knows multiples of the smallest size only: n log n is one of a size that starts at 1."""
    multiples = [n / SIZES[0] for n in SIZES]
    assert bigobench(SIZES, [CURVES[name](one) * 1000 for one in multiples]).name == name


def test_bigobench_names_a_cube_only_where_it_fits_exactly() -> None:
    exact = [CURVES["n³"](n) for n in SIZES]
    disturbed = [value * (1.01 if step % 2 else 0.99) for step, value in enumerate(exact)]
    assert bigobench(SIZES, disturbed).name == "n²"


def test_offsets_are_seen_by_who_fits_them() -> None:
    times = [0.05 + 1e-9 * n * n for n in SIZES]
    assert big_o(SIZES, times).name == "n²"
    assert bigobench(SIZES, times).name == "n²"


def test_big_o_knows_powers_between_and_exponentials() -> None:
    power = big_o(SIZES, [1e-7 * n**1.5 for n in SIZES])
    assert power.exponent == pytest.approx(1.5, abs=0.02)
    small = [float(n) for n in range(4, 24, 2)]
    assert big_o(small, [1e-4 * 2**n for n in small]).exponent == math.inf


def test_big_o_prefers_the_simple_below_its_threshold() -> None:
    assert big_o(SIZES, [1e-9 * n for n in SIZES]).name == "1"


@pytest.mark.parametrize("fit", [google_benchmark, bigobench])
def test_constants(fit: Fit) -> None:
    assert fit(SIZES, [0.01] * len(SIZES)).name == "1"


def test_a_logarithm_is_not_counted_against() -> None:
    n = parse_class("n")
    assert not beyond(Guess("n log n", 1.0), n)
    assert beyond(Guess("n²", 2.0), n)
    assert beyond(Guess("n^1.50", 1.5), n)
    assert not beyond(Guess("n²", 2.0), parse_class("n^2"))
    assert beyond(Guess("n", 1.0), parse_class("log n"))
    assert not beyond(Guess("exponential", math.inf), parse_class("2^n"))


def test_a_tool_sees_the_best_run_of_what_ran_through() -> None:
    sizes, seconds = best_times(family(Outcome.WITHIN, lambda n: n * 2e-6, censored=SIZES[-1]))
    assert sizes == list(SIZES[:-1])
    assert seconds[0] == pytest.approx(0.002)


def quadratic(censored: int | None = None) -> Judgement:
    return judged(Label.WORSE, Outcome.EXCEEDS, lambda n: 1e-9 * n * n, censored=censored)


@pytest.mark.parametrize("fit", [big_o, google_benchmark, bigobench])
def test_rejections(fit: Fit) -> None:
    assert rejects(quadratic(), fit)
    assert not rejects(judged(Label.RIGHT, Outcome.WITHIN), fit)
    assert rejects(judged(Label.RIGHT, Outcome.WITHIN, censored=SIZES[3]), fit)


def test_limits_are_applied_to_the_first_run_at_the_largest_size() -> None:
    slower = judged(Label.RIGHT, Outcome.WITHIN, lambda n: n * 4.93e-6)
    assert beyond_limit(slower, 2)
    assert beyond_limit(slower, 5)  # 5.03: the first run is 2 % slower than the best
    assert not beyond_limit(judged(Label.RIGHT, Outcome.WITHIN, lambda n: n * 4.8e-6), 5)
