"""What time, far sizes, and counts of two kinds come to together. No clock is read."""

from __future__ import annotations

import random
from collections.abc import Callable

from judge.growth.complexity import parse_class
from judge.growth.decide import decide
from judge.growth.decision import BEYOND_DOUBT, Basis, Open
from judge.growth.judgement import BY_COUNT, BY_TIME, Terms, judge_time
from judge.report import Outcome, Point, Role
from tests.judge.growth.curves import exact, measured

N = parse_class("n")
TERMS = Terms(N)
SIZES = [500 * 2**k for k in range(9)]


def line(n: float) -> float:
    return 1e8 + 500 * n


def ladder(mine: Callable[[float], float], far: float = 0, cost: Callable[[float], float] | None = None) -> list[Point]:
    """Made-up times of a slow one over a linear reference, and of one far size at `cost`."""
    points = measured(random.Random(3), mine, lambda n: 50 * n, share=100e6)
    if far:
        size = round(max(point.size for point in points) * far)
        points.append(Point(role=Role.REFERENCE, size=size, values=[round(4e5 + 50 * size)]))
        points.append(Point(role=Role.SUBMISSION, size=size, values=[round(4e5 + (cost or mine)(size))]))
    return points


def test_a_far_size_that_is_as_it_was_changes_nothing() -> None:
    near = decide(ladder(lambda n: 1000 * n), N)
    far = decide(ladder(lambda n: 1000 * n, 8), N)
    assert near == far
    assert near.outcome is Outcome.WITHIN


def test_a_far_size_that_rises_takes_within_away_and_may_condemn() -> None:
    little = decide(ladder(lambda n: 1000 * n, 8, lambda n: 2100 * n), N)
    assert (little.outcome, little.basis, little.open) == (Outcome.INCONCLUSIVE, Basis.LEAP, Open.RISING)
    much = decide(ladder(lambda n: 1000 * n, 8, lambda n: 4000 * n), N)
    assert (much.outcome, much.basis) == (Outcome.EXCEEDS, Basis.LEAP)


def test_of_a_very_dear_one_less_is_believed() -> None:
    dear = decide(ladder(lambda n: 2000 * n, 8, lambda n: 2600 * n), N)
    assert (dear.outcome, dear.open) == (Outcome.INCONCLUSIVE, Open.DEAR)
    assert decide(ladder(lambda n: 2000 * n, 8, lambda n: 2100 * n), N).outcome is Outcome.WITHIN
    assert decide(ladder(lambda n: 500 * n, 8, lambda n: 650 * n), N).outcome is Outcome.WITHIN


def test_nobody_is_rejected_for_leaving_a_cache() -> None:
    """A right one whose ratio doubles over the last two sizes, and then is level."""

    def leaving(n: float) -> float:
        return 500 * n * min(3.0, max(1.0, n / 20_000))

    points = measured(random.Random(10), leaving, lambda n: 50 * n, noise=0.01, outliers=0, largest=64_000, share=1e9)
    rising = decide(points, N)
    assert rising.outcome is Outcome.EXCEEDS
    assert rising.whole is not None
    assert rising.whole < BEYOND_DOUBT
    top = max(point.size for point in points)

    def with_far(cost: float) -> Outcome:
        reference = Point(role=Role.REFERENCE, size=3 * top, values=[round(4e5 + 50 * 3 * top)])
        mine = Point(role=Role.SUBMISSION, size=3 * top, values=[round(4e5 + cost)])
        return decide([*points, reference, mine], N).outcome

    assert with_far(3 * leaving(top)) is Outcome.INCONCLUSIVE
    assert with_far(3**1.5 * leaving(top)) is Outcome.EXCEEDS


def test_a_level_far_size_settles_what_was_close() -> None:
    """The ladder's end rises a little, as where one of the two leaves a cache."""

    def bent(n: float) -> float:
        return 100 * n * min(2.0, max(1.0, (n / 60_000) ** 0.22))

    points = measured(random.Random(9), bent, lambda n: 50 * n, noise=0.01, outliers=0, largest=500_000, share=1e9)
    top = max(point.size for point in points)
    assert decide(points, N).open in (Open.CLOSE, Open.RISING)

    def with_far(cost: float) -> Outcome:
        reference = Point(role=Role.REFERENCE, size=8 * top, values=[round(4e5 + 50 * 8 * top)])
        mine = Point(role=Role.SUBMISSION, size=8 * top, values=[round(4e5 + cost)])
        return decide([*points, reference, mine], N).outcome

    assert with_far(8 * bent(top)) is Outcome.WITHIN
    assert with_far(1.5 * 8 * bent(top)) is Outcome.INCONCLUSIVE
    assert with_far(3.5 * 8 * bent(top)) is Outcome.EXCEEDS


def test_a_far_size_that_a_limit_stopped_condemns_with_less() -> None:
    points = ladder(lambda n: 1000 * n)
    top = max(point.size for point in points)
    reference = Point(role=Role.REFERENCE, size=8 * top, values=[400 * top])
    for times, outcome in ((4, Outcome.EXCEEDS), (1.5, Outcome.INCONCLUSIVE)):
        stop = Point(role=Role.SUBMISSION, size=8 * top, values=[int(times * 8000 * top)], censored=True)
        assert decide([*points, reference, stop], N).outcome is outcome


def test_a_stopped_far_size_that_confirms_leaves_the_ladders_figures() -> None:
    points = measured(random.Random(11), lambda n: 50 * n + 0.01 * n * n, lambda n: 50 * n)
    top = max(point.size for point in points)
    alone = decide(points, N)
    assert (alone.outcome, alone.basis) == (Outcome.EXCEEDS, Basis.RATIO)
    reference = Point(role=Role.REFERENCE, size=3 * top, values=[150 * top])
    last = max(min(p.values) for p in points if p.role is Role.SUBMISSION)
    stop = Point(role=Role.SUBMISSION, size=3 * top, values=[7 * last], censored=True)
    assert decide([*points, reference, stop], N) == alone


def test_a_processor_that_counts_a_block_move_as_one_does_not_outvote_a_rising_time() -> None:
    rising = measured(random.Random(4), lambda n: 50 * n + 0.02 * n * n, lambda n: 50 * n)
    blind = exact(line, line, SIZES)
    judged = judge_time(rising, TERMS, processor=blind)
    assert (judged.decision.outcome, judged.method) == (Outcome.EXCEEDS, BY_TIME)


def test_a_processor_settles_what_is_only_noisy() -> None:
    noisy = Terms(N, noisy=True)
    level = measured(random.Random(5), lambda n: 60 * n, lambda n: 50 * n)
    assert judge_time(level, noisy).decision.open is Open.NOISY
    counted = judge_time(level, noisy, processor=exact(line, line, SIZES))
    assert (counted.decision.outcome, counted.method) == (Outcome.WITHIN, BY_COUNT)
    worse = judge_time(level, noisy, processor=exact(lambda n: 1e8 + 500 * n**1.5, line, SIZES))
    assert (worse.decision.outcome, worse.method) == (Outcome.EXCEEDS, BY_COUNT)


def test_small_counted_sizes_do_not_clear_what_rises_far_beyond_them() -> None:
    points = ladder(lambda n: 1000 * n, 8, lambda n: 2100 * n)
    judged = judge_time(points, TERMS, callgrind=exact(line, line, SIZES[:5]))
    assert judged.decision.outcome is Outcome.INCONCLUSIVE
    steep = judge_time(points, TERMS, callgrind=exact(lambda n: 1e8 + 5 * n * n, line, SIZES[:5]))
    assert (steep.decision.outcome, steep.method) == (Outcome.EXCEEDS, BY_COUNT)


def test_a_dear_one_is_not_within_while_the_reference_is_unseen() -> None:
    """Time burnt in proportion to n hides a square at sizes where the reference cannot be seen."""
    rng = random.Random(6)
    points = measured(rng, lambda n: 16_000 * n, lambda n: 20 * n, share=125e6, largest=8000, noise=0.01, outliers=0)
    judged = decide(points, N)
    assert (judged.outcome, judged.open) == (Outcome.INCONCLUSIVE, Open.DEAR)
    quick = decide(measured(rng, lambda n: 60 * n, lambda n: 20 * n, share=125e6, largest=16_000), N)
    assert quick.open is not Open.DEAR
    level = decide([*points, *far_pair(64_000, 16_000)], N)
    assert level.outcome is Outcome.WITHIN
    steep = decide([*points, *far_pair(64_000, 60_000)], N)
    assert steep.outcome is not Outcome.WITHIN


def far_pair(size: int, each: float) -> list[Point]:
    return [
        Point(role=Role.REFERENCE, size=size, values=[round(4e5 + 20 * size)]),
        Point(role=Role.SUBMISSION, size=size, values=[round(4e5 + each * size)]),
    ]


def test_tiny_costs_may_jump() -> None:
    points = measured(random.Random(7), lambda n: 50 * n, lambda n: 50 * n)
    jump = [p.model_copy(update={"values": [450_000]}) if p is points[3] else p for p in points]
    assert decide(jump, N).outcome is Outcome.WITHIN


def test_a_bump_is_not_level() -> None:
    points = measured(random.Random(8), lambda n: 50 * n, lambda n: 50 * n)
    at = len(points) - 5
    assert points[at].role is Role.SUBMISSION
    bump = [p.model_copy(update={"values": [4 * v for v in p.values]}) if p is points[at] else p for p in points]
    judged = decide(bump, N)
    assert (judged.outcome, judged.open) == (Outcome.INCONCLUSIVE, Open.UNEVEN)


def test_a_count_does_not_clear_what_rises_in_the_last_step_far_beyond_it() -> None:
    points = measured(random.Random(12), lambda n: 50 * n, lambda n: 50 * n, noise=0.01, outliers=0)
    last = points[-1].size
    risen = [
        p.model_copy(update={"values": [round(1.6 * v) for v in p.values]})
        if p.size == last and p.role is Role.SUBMISSION
        else p
        for p in points
    ]
    assert judge_time(risen, TERMS).decision.open is Open.RISING
    small = [size for size in SIZES if size < last / 8]
    assert not judge_time(risen, TERMS, callgrind=exact(line, line, small)).decision.clear
    large = [*small, last // 2]
    assert judge_time(risen, TERMS, callgrind=exact(line, line, large)).decision.outcome is Outcome.WITHIN
