"""The procedure from events: what is run, how often, when it stops, and what fails loudly. No real clock is read."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from judge.growth import Budget, WrongAtSize, measure_growth
from judge.growth.judgement import judge_again
from judge.growth.ladder import Sizes
from judge.problem.model import Problem
from judge.report import FamilyGrowth, GrowthDecided, GrowthPoint, Outcome, Resource, Role, Stage, Verdict
from sandbox.api import MIB, Program
from sandbox.guest import wire
from tests.judge.growth.fakes import FakeSandbox, SizeMaker, problem, program

LINEAR = program("3e5 + 50 * n")


def judged(
    mine: Program, other: Program = LINEAR, made: Problem | None = None, box: FakeSandbox | None = None, **budget: Any
) -> dict[Resource, FamilyGrowth]:
    events = measure_growth(made or problem(), mine, other, SizeMaker(), box or FakeSandbox(), Budget(**budget))
    return {event.growth.resource: event.growth for event in events if isinstance(event, GrowthDecided)}


def test_right_and_worse() -> None:
    assert judged(LINEAR)[Resource.TIME].outcome is Outcome.WITHIN
    assert judged(program("3e5 + 1500 * n"))[Resource.TIME].outcome is Outcome.WITHIN
    assert judged(program("3e5 + 4 * n ** 2"))[Resource.TIME].outcome is Outcome.EXCEEDS
    assert judged(program("3e5 + 40 * n ** 1.5"))[Resource.TIME].outcome is Outcome.EXCEEDS
    assert judged(program("3e5 + 50 * n + 0.01 * n ** 2"))[Resource.TIME].outcome is Outcome.EXCEEDS


def test_events_come_as_things_happen() -> None:
    events = list(measure_growth(problem(), LINEAR, LINEAR, SizeMaker(), FakeSandbox()))
    assert isinstance(events[0], Stage)
    assert isinstance(events[1], GrowthPoint)
    assert [isinstance(event, GrowthDecided) for event in events].index(True) == len(events) - 1
    seen = {(e.point.role, e.point.size) for e in events if isinstance(e, GrowthPoint)}
    decided = events[-1]
    assert isinstance(decided, GrowthDecided)
    assert {(p.role, p.size) for p in decided.growth.points} == seen


def test_sizes_double_with_jitter_and_are_the_same_for_everybody() -> None:
    first, second = SizeMaker(), SizeMaker()
    for maker, mine in ((first, LINEAR), (second, program("3e5 + 60 * n"))):
        list(measure_growth(problem(), mine, LINEAR, maker, FakeSandbox()))
    sizes = [size for _, size, _ in first.drawn]
    assert sizes == [size for _, size, _ in second.drawn]
    assert all(1.7 < b / a < 2.35 for a, b in pairwise(sizes[:-1]))
    assert 1.39 < sizes[-1] / sizes[-2] < 2.35
    other = SizeMaker()
    other.secret = b"another"
    list(measure_growth(problem(), LINEAR, LINEAR, other, FakeSandbox()))
    assert [size for _, size, _ in other.drawn] != sizes


def test_sizes_may_lie_anywhere_in_their_octave() -> None:
    """Nobody can be honest near the doublings of the smallest size only."""
    family = problem(smallest=500, largest=500_000).spec.growth.families[0]
    places = []
    for number in range(50):
        sizes = list(Sizes(family, "made-up", b"%d" % number).doubling())
        assert sizes[0] >= 500
        assert 330_000 <= sizes[-1] <= 500_000
        places += [math.log2(size / 500) % 1 for size in sizes[2:-1]]
    for eighth in range(8):
        share = sum(eighth / 8 <= place < (eighth + 1) / 8 for place in places) / len(places)
        assert 0.05 < share < 0.25


def test_both_roles_run_alike_and_take_turns() -> None:
    box, mine = FakeSandbox(), program("3e5 + 60 * n")
    list(measure_growth(problem(), mine, LINEAR, SizeMaker(), box))
    source = mine.files["solution.py"].decode()
    assert 2 * sum(text == source for text, _ in box.runs) == len(box.runs)
    last = max(n for _, n in box.runs)
    order = [text == source for text, n in box.runs if n == last]
    assert order[2:4] != order[4:6]  # A B, then B A


def test_the_budget_bounds_what_is_spent() -> None:
    box = FakeSandbox()
    growth = judged(program("3e5 + 500 * n"), box=box, cpu_ns=1_000_000_000)[Resource.TIME]
    assert sum(sum(p.values) for p in growth.points) < 2_500_000_000
    assert max(max(p.values) for p in growth.points) < 250_000_000


def test_a_runaway_is_stopped_early() -> None:
    made = problem(smallest=8, largest=4096)
    growth = judged(program("3e5 + 2.0 ** min(n, 200)"), made=made)[Resource.TIME]
    assert growth.outcome is Outcome.EXCEEDS
    assert sum(sum(p.values) for p in growth.points) < 5_000_000_000
    assert any(point.censored for point in growth.points)


def test_a_family_that_starts_large_is_filled_with_half_steps() -> None:
    made = problem(smallest=20_000, largest=640_000)
    growth = judged(program("3e5 + 0.35 * n ** 2"), made=made)[Resource.TIME]
    assert growth.outcome is Outcome.EXCEEDS
    assert len({point.size for point in growth.points}) >= 4


@pytest.mark.parametrize(
    ("answer", "status", "verdict"),
    [
        ("n if n < 60_000 else -1", "'ok'", Verdict.WA),
        ("n", "'ok' if n < 60_000 else 'exception'", Verdict.RTE),
        ("n", "'ok' if n < 60_000 else 'exit'", Verdict.RTE),
        ("n", "'ok' if n < 60_000 else 'wall-limit'", Verdict.TLE),
        ("n", "'ok' if n < 60_000 else 'fault'", Verdict.JE),
    ],
)
def test_failing_at_a_large_size_is_never_within(answer: str, status: str, verdict: Verdict) -> None:
    with pytest.raises(WrongAtSize) as caught:
        judged(program("3e5 + 50 * n", answer=answer, status=status))
    assert caught.value.verdict is verdict
    assert caught.value.size >= 60_000
    assert caught.value.family == "random"


def test_a_reference_that_fails_is_our_fault() -> None:
    with pytest.raises(WrongAtSize) as caught:
        judged(LINEAR, program("3e5", status="'exception'"))
    assert caught.value.verdict is Verdict.JE


def test_too_much_memory_ends_it_unless_growth_already_says_so() -> None:
    with pytest.raises(WrongAtSize) as caught:
        judged(program("3e5 + 50 * n", memory="20_000 * n"))
    assert caught.value.verdict is Verdict.MLE
    made = problem(space="1", measures=["memory"])
    assert judged(program("3e5 + 50 * n", memory="20_000 * n"), made=made)[Resource.MEMORY].outcome is Outcome.EXCEEDS


def test_memory_comes_from_the_same_runs() -> None:
    made = problem(space="1", measures=["time", "memory"])
    found = judged(program("3e5 + 50 * n", memory="40 * n"), program("3e5 + 50 * n", memory="1000"), made)
    assert found[Resource.TIME].outcome is Outcome.WITHIN
    assert found[Resource.MEMORY].outcome is Outcome.EXCEEDS
    assert found[Resource.MEMORY].method == "peak memory"


def test_memory_that_is_barely_seen_is_looked_at_far_beyond_the_ladder() -> None:
    made = problem(space="1", measures=["time", "memory"], largest=10_000_000)
    cost = "3e5 + 300 * n"
    last = judged(program(cost), program(cost), made)[Resource.MEMORY].points[-1].size
    found = judged(program(cost, memory=f"{2.2 * MIB / last} * n"), program(cost), made)[Resource.MEMORY]
    assert found.outcome is Outcome.EXCEEDS
    assert found.points[-1].size > 3 * last


def test_probes_are_counted_once_a_size_and_a_scan_is_stopped() -> None:
    made = problem("log n", measures=["probes"], largest=10**7)
    search = program(probes="log2(n) + 1")
    box = FakeSandbox()
    assert judged(search, search, made, box)[Resource.PROBES].outcome is Outcome.WITHIN
    assert all(box.runs.count(run) <= 2 for run in box.runs)
    scan = judged(program(probes="n"), search, made)[Resource.PROBES]
    assert scan.outcome is Outcome.EXCEEDS
    assert any(point.censored for point in scan.points)
    assert max(point.size for point in scan.points) < 10_000


def test_a_family_without_measures_is_left_alone() -> None:
    made = problem()
    family = made.spec.growth.families[0].model_copy(update={"measures": []})
    growth = made.spec.growth.model_copy(update={"families": [family]})
    bare = Problem("bare", made.folder, made.spec.model_copy(update={"growth": growth}), "", (), "", "", "", None, ())
    assert list(measure_growth(bare, LINEAR, LINEAR, SizeMaker(), FakeSandbox())) == []


def close(box: FakeSandbox) -> FamilyGrowth:
    return judged(program("3e5 + 50 * n ** 1.28"), box=box)[Resource.TIME]


def test_what_time_cannot_tell_is_said_or_counted() -> None:
    unsure = close(FakeSandbox())
    assert unsure.outcome is Outcome.INCONCLUSIVE
    counted = close(FakeSandbox(instructions=True))
    assert (counted.outcome, counted.method) == (Outcome.EXCEEDS, "instructions")


def test_close_decisions_get_more_runs() -> None:
    quick, long = FakeSandbox(), FakeSandbox()
    judged(LINEAR, box=quick)
    close(long)
    assert len(long.runs) > 1.3 * len(quick.runs)


class TwoSided(SizeMaker):
    """The family "close" has negative sizes for input, so that a formula can tell it from the other."""

    def draw(self, family: str, size: int, salt: int) -> bytes:
        return wire.encode((-size if family == "close" else size,))


def test_a_family_that_exceeds_decides_for_all() -> None:
    made = problem(space="n")
    family = made.spec.growth.families[0]
    families = [
        family.model_copy(update={"name": "steep"}),
        family.model_copy(update={"name": "close"}),
        family.model_copy(update={"name": "large", "measures": ["time", "memory"]}),
    ]
    growth = made.spec.growth.model_copy(update={"families": families})
    made = replace(made, spec=made.spec.model_copy(update={"growth": growth}))
    mine = program("3e5 + (4 * n ** 2 if n > 0 else 50 * (-n) ** 1.28)", answer="1")
    box = FakeSandbox(instructions=True)
    events = list(measure_growth(made, mine, program("3e5 + 50 * abs(n)", answer="1"), TwoSided(), box))
    decided = {(e.growth.family, e.growth.resource) for e in events if isinstance(e, GrowthDecided)}
    assert decided == {("steep", Resource.TIME), ("large", Resource.TIME), ("large", Resource.MEMORY)}
    assert all(n > 0 for _, n in box.runs)  # the close one has negative sizes


@pytest.mark.parametrize("seed", range(6))
def test_noise_never_turns_a_verdict(seed: int) -> None:
    right = judged(program("3e5 + 1500 * n"), box=FakeSandbox(seed, 0.12))[Resource.TIME]
    worse = judged(program("3e5 + 40 * n ** 1.5"), box=FakeSandbox(seed, 0.12))[Resource.TIME]
    assert right.outcome is not Outcome.EXCEEDS
    assert worse.outcome is not Outcome.WITHIN


def test_points_of_both_roles_at_every_size() -> None:
    growth = judged(LINEAR)[Resource.TIME]
    sizes = {role: [p.size for p in growth.points if p.role is role] for role in Role}
    assert sizes[Role.SUBMISSION] == sizes[Role.REFERENCE] == sorted(sizes[Role.SUBMISSION])


@pytest.mark.parametrize("mine", ["3e5 + 50 * n", "3e5 + 50 * n ** 1.28", "3e5 + 4 * n ** 2", "3e8 + 50 * n"])
def test_a_record_is_judged_again_as_it_was(mine: str) -> None:
    growth = judged(program(mine), box=FakeSandbox(instructions=True))[Resource.TIME]
    again = judge_again(FamilyGrowth.model_validate_json(growth.model_dump_json()))
    assert (again.decision.outcome, again.method) == (growth.outcome, growth.method)


@pytest.mark.parametrize("largest", [100_000, 1_000_000])  # nothing can be measured beyond the ladder; it can
def test_nobody_is_rejected_for_leaving_a_cache(largest: int) -> None:
    """From 16,000 on a step costs more and more, until at 64,000 it costs three times as much."""
    leaving = program("3e5 + 150 * n * (1 if n < 16e3 else min(3, (n / 16e3) ** 0.8))")
    growth = judged(leaving, made=problem(largest=largest))[Resource.TIME]
    assert growth.outcome is Outcome.INCONCLUSIVE, growth.reason


@pytest.mark.parametrize(("counts", "outcome"), [(True, Outcome.EXCEEDS), (False, Outcome.INCONCLUSIVE)])
def test_what_may_be_a_cache_is_counted(counts: bool, outcome: Outcome) -> None:
    slow = program("3e5 + 150 * n * (1 if n < 16e3 else min(3, (n / 16e3) ** 0.8))", counted="3e5 + 50 * n ** 1.5")
    box = FakeSandbox(instructions=counts)
    growth = judged(slow, made=problem(largest=100_000), box=box)[Resource.TIME]
    assert growth.outcome is outcome, growth.reason
    assert ("instructions counted" in growth.escalated) is counts


def test_an_open_one_says_what_would_settle_it() -> None:
    unsure = close(FakeSandbox())
    assert unsure.settle is not None
    assert "settle" in unsure.settle
    assert judged(LINEAR)[Resource.TIME].settle is None
