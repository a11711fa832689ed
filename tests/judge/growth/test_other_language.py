"""Between languages: no right solution rejected, no worse one within, whatever caches and compilers bend."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

import pytest

from judge.growth.complexity import parse_class
from judge.growth.other_language import MEMORY, UNSEEN, WARMING, decide_across, memory_not_compared
from judge.report import Outcome
from tests.judge.growth.curves import COSTS, Cost, measured

WITHIN, EXCEEDS, INCONCLUSIVE = Outcome.WITHIN, Outcome.EXCEEDS, Outcome.INCONCLUSIVE


def compiled(cost: Cost, factor: float = 0.03) -> Cost:
    """The same work, much quicker, and three times dearer an item once it has left the caches."""
    return lambda n: factor * cost(n) * (1 if n < 50_000 else min(3.0, (n / 50_000) ** 0.3))


def just_in_time(cost: Cost) -> Cost:
    """Interpreted until a compiler, which costs 60 ms, has made it quick."""

    def at(n: float) -> float:
        slow = 2 * cost(n)
        compiling = min(60e6, slow)
        return min(slow, 20e6 + 0.05 * slow) + compiling

    return at


def outcomes(bend: Callable[[Cost], Cost], required: str, mine: str, warms_up: bool) -> Counter[Outcome]:
    rng = random.Random(5)
    found: Counter[Outcome] = Counter()
    share = 250e6 if warms_up else 125e6
    for _ in range(40):
        points = measured(rng, bend(COSTS[mine]), COSTS[required], share=share)
        found[decide_across(points, parse_class(required), warms_up).outcome] += 1
    return found


@pytest.mark.parametrize("required", ["n", "n log n", "n²"])
@pytest.mark.parametrize(("bend", "warms_up"), [(compiled, False), (just_in_time, True)])
def test_no_right_solution_is_rejected(bend: Callable[[Cost], Cost], warms_up: bool, required: str) -> None:
    assert outcomes(bend, required, required, warms_up)[EXCEEDS] == 0


@pytest.mark.parametrize("mine", ["n^1.5", "n²"])
@pytest.mark.parametrize(("bend", "warms_up"), [(compiled, False), (just_in_time, True)])
def test_no_worse_solution_is_within(bend: Callable[[Cost], Cost], warms_up: bool, mine: str) -> None:
    assert outcomes(bend, "n", mine, warms_up)[WITHIN] == 0


def test_a_compiled_quadratic_is_rejected_and_a_linear_one_is_within() -> None:
    assert outcomes(compiled, "n", "n²", False)[EXCEEDS] >= 36
    assert outcomes(lambda cost: lambda n: 0.1 * cost(n), "n", "n", False)[WITHIN] >= 30


def test_a_quadratic_that_warms_up_is_rejected_or_open() -> None:
    found = outcomes(just_in_time, "n", "n²", True)
    assert found[EXCEEDS] + found[INCONCLUSIVE] == 40


def test_what_cannot_be_seen_is_left_open_with_its_reason() -> None:
    points = measured(random.Random(1), lambda n: n / 100, COSTS["n"], fixed=(3e7, 4e5))
    decision = decide_across(points, parse_class("n"), False)
    assert (decision.outcome, decision.note) == (INCONCLUSIVE, UNSEEN)


def test_what_warms_up_is_never_within_and_says_why() -> None:
    for cost in ("n", "n²"):
        decision = decide_across(measured(random.Random(1), COSTS[cost], COSTS["n²"]), parse_class("n²"), True)
        assert (decision.outcome, decision.note) == (INCONCLUSIVE, WARMING)


def test_a_quadratic_that_has_long_warmed_up_is_rejected() -> None:
    points = measured(random.Random(1), just_in_time(lambda n: 100 * n * n), COSTS["n"], share=5e9)
    assert decide_across(points, parse_class("n"), True).outcome is EXCEEDS


def test_memory_is_left_open() -> None:
    decision = memory_not_compared()
    assert (decision.outcome, decision.note) == (INCONCLUSIVE, MEMORY)
