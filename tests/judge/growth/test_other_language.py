"""Between languages: no right solution rejected, no worse one within, whatever caches and compilers bend."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable

import pytest

from judge.growth.complexity import parse_class
from judge.growth.counts import decide_counts
from judge.growth.decide import decide
from judge.growth.other_language import (
    COMPILED_TIME,
    MEMORY,
    QUICK_REFERENCE,
    UNSEEN,
    WARMING,
    decide_across,
    decide_warming,
    memory_not_compared,
)
from judge.report import Outcome, Point, Role
from tests.judge.growth.curves import COSTS, Cost, exact, measured

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


N = parse_class("n")
SIZES = [200 * 2**number for number in range(8)]


def recorded(*points: tuple[int, int, int]) -> list[Point]:
    """(size, reference, submission), in microseconds of one run."""
    return [
        Point(role=role, size=size, values=[1000 * value])
        for size, *values in points
        for role, value in zip((Role.REFERENCE, Role.SUBMISSION), values, strict=True)
    ]


# Recorded on a busy machine of two cores: the fastest of three runs or more.
JAVA_QUADRATIC = recorded(
    (506, 2360, 5620), (993, 3440, 6340), (2050, 3890, 16400), (4120, 7330, 35360), (5668, 7040, 59720),
    (7797, 7700, 91750), (15631, 10570, 309860), (31727, 13340, 1214750),
)  # fmt: skip
JAVA_BOXED = recorded(
    (506, 3460, 59020), (2050, 3940, 100580), (4120, 5770, 126560), (7797, 11410, 184450), (15631, 12770, 290310),
    (31727, 14230, 394150), (65655, 19350, 585390), (125246, 32120, 908560), (252184, 42460, 1343560),
)  # fmt: skip
JAVA_BESIDE_ITSELF = recorded(
    (1000, 2750, 2860), (4049, 3710, 4040), (7887, 6780, 8110), (15542, 7850, 12360), (31312, 10670, 13900),
    (63292, 15680, 22410), (130291, 22130, 20040), (255986, 23680, 24710),
)  # fmt: skip
JS_SET = recorded(  # beside a map, on texts of distinct characters
    (317, 1320, 1330), (8738, 6130, 4430), (18092, 8520, 7550), (34318, 14680, 13680), (70289, 30760, 30170),
    (136572, 71370, 66680), (310855, 212490, 211710), (383798, 271080, 272180),
)  # fmt: skip
JS_QUADRATIC = recorded(
    (317, 1290, 1180), (1226, 1390, 2500), (2322, 1690, 6350), (4377, 2300, 17950), (8738, 4860, 66940),
    (18092, 7710, 268280), (34318, 13740, 1011100),
)  # fmt: skip
CPP_TREE = recorded(  # a search tree beside a hash table: it leaves two caches on the way
    (253, 120, 120), (3953, 330, 660), (7898, 570, 1410), (15994, 940, 2810), (32239, 2000, 7680),
    (63267, 4320, 23020), (128659, 13390, 36840), (254398, 30740, 128320),
)  # fmt: skip
CPP_QUADRATIC = recorded(
    (253, 110, 120), (985, 150, 370), (2015, 230, 1190), (3953, 280, 3600), (7898, 580, 10110), (15994, 990, 36730),
    (32239, 1930, 141230),
)  # fmt: skip


def test_java_beside_java_as_recorded() -> None:
    assert decide_warming(JAVA_QUADRATIC, N).outcome is EXCEEDS
    boxed = decide_warming(JAVA_BOXED, N)
    assert (boxed.outcome, boxed.note) == (INCONCLUSIVE, QUICK_REFERENCE)
    assert decide_warming(JAVA_BESIDE_ITSELF, N).outcome is INCONCLUSIVE  # nothing but warming up is seen


def test_javascript_beside_javascript_as_recorded() -> None:
    assert decide_warming(JS_SET, N).outcome is WITHIN
    assert decide_warming(JS_QUADRATIC, N).outcome is EXCEEDS


def test_cpp_beside_cpp_as_recorded() -> None:
    assert decide(CPP_QUADRATIC, N, COMPILED_TIME).outcome is EXCEEDS
    assert decide(CPP_TREE, N, COMPILED_TIME).outcome is not EXCEEDS


def both_warm(mine: str, seed: int) -> Outcome:
    """Both compiled while they run, the submission slower; work of up to seconds, so that there is something to see."""
    rng = random.Random(seed)
    slow = just_in_time(lambda n: 200 * COSTS[mine](n))
    return decide_warming(measured(rng, slow, just_in_time(lambda n: 100 * COSTS["n"](n)), share=2e9), N).outcome


def test_what_has_long_warmed_up_is_judged_beside_its_own_language() -> None:
    right = Counter(both_warm("n", seed) for seed in range(40))
    assert right[EXCEEDS] == 0
    assert right[WITHIN] >= 30
    assert Counter(both_warm("n²", seed) for seed in range(40)) == {EXCEEDS: 40}
    assert WITHIN not in {both_warm("n^1.5", seed) for seed in range(40)}


def test_a_tree_beside_a_table_is_not_rejected_on_a_quiet_machine() -> None:
    def tree(n: float) -> float:
        """Three times dearer a step by the time it has left the cache, over four doublings."""
        return 4 * n * math.log2(n) * (1 + 2 * max(0.0, min(1.0, math.log2(n / 16_000) / 4)))

    for seed in range(20):
        rng = random.Random(seed)
        points = measured(rng, tree, lambda n: 25 * n, fixed=(1e5, 1e5), noise=0.01, outliers=0, largest=400_000)
        assert decide(points, N, COMPILED_TIME).outcome is not EXCEEDS
        assert decide(points, N).outcome is EXCEEDS  # by the lines of an interpreter


@pytest.mark.parametrize("mine", ["n", "n log n"])
@pytest.mark.parametrize("seed", range(10))
def test_a_compiled_one_that_leaves_a_cache_is_not_rejected(mine: str, seed: int) -> None:
    other = {"n": "n", "n log n": "n log n"}[mine]
    points = measured(random.Random(seed), compiled(COSTS[mine]), lambda n: 0.02 * COSTS[other](n), fixed=(1e5, 1e5))
    assert decide(points, N, COMPILED_TIME).outcome is not EXCEEDS


def test_steps_beside_steps() -> None:
    mine = {"n": lambda n: 60 * n + 400, "n²": lambda n: 7 * n * n, "n^1.5": lambda n: 30 * n**1.5}
    found = {name: decide_counts(exact(cost, lambda n: 95 * n + 300, SIZES), N).outcome for name, cost in mine.items()}
    assert found == {"n": WITHIN, "n²": EXCEEDS, "n^1.5": EXCEEDS}
