"""The procedure: per family a ladder of sizes, rounds of alternating runs, a decision; more where it is close."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from judge.growth.blame import blamed, find_line
from judge.growth.budget import Budget
from judge.growth.complexity import Complexity, parse_class
from judge.growth.counts import decide_counts, probe_cap
from judge.growth.explain import describe
from judge.growth.ladder import Sizes
from judge.growth.runs import Maker, Recorder
from judge.growth.timed import Timed
from judge.problem.model import Family, GrowthSpec, Problem
from judge.report import GrowthDecided, GrowthPoint, Outcome, Resource, Role, Stage
from sandbox.api import Program, Sandbox

MOST_COUNTED = 24  # sizes at which probes are counted

Events = Iterator[Stage | GrowthPoint | GrowthDecided]


def measure_growth(
    problem: Problem,
    submission: Program,
    reference: Program,
    maker: Maker,
    sandbox: Sandbox,
    budget: Budget | None = None,
) -> Events:
    """Measure and judge every family. Ends each (family, resource) with a GrowthDecided.

    budget: by default what a submission in the reference's language gets.
    Raises WrongAtSize where the submission fails at a measured size; what was decided before stays said."""
    budget = budget or Budget()
    spec = problem.spec.growth
    secret = getattr(maker, "secret", b"")
    timed = [family for family in spec.families if {"time", "memory"} & set(family.measures)]
    cpu_ns = budget.cpu_ns // max(1, len(timed))
    exceeded = False
    for number, family in enumerate(spec.families):
        recorder = Recorder(problem, family.name, submission, reference, maker, sandbox)
        if family.measures:
            yield Stage(text=f"measuring growth: {family.name}", done=number, total=len(spec.families))
        if "probes" in family.measures:
            counted = Recorder(problem, family.name, submission, reference, maker, sandbox)
            yield from _probes(counted, family, spec, secret, budget)
        if family in timed and not (exceeded and set(family.measures) == {"time"}):
            for event in Timed(recorder, family, spec, secret, budget, cpu_ns).measure():
                yield event
                if isinstance(event, GrowthDecided) and event.growth.outcome is Outcome.EXCEEDS:
                    # One that exceeds decides for all: time elsewhere is not asked, and what is close may stay open.
                    exceeded = True
                    budget = replace(budget, look_closer=False, count_instructions=False)


def _probes(recorder: Recorder, family: Family, spec: GrowthSpec, secret: bytes, budget: Budget) -> Events:
    """One run a size: a count is exact. A submission that reads too much is stopped, and is steep by then."""
    required: Complexity = parse_class(spec.probes or spec.time)
    limit = int(recorder.problem.spec.limits.cpu_s * 1e9)
    step = max(2.0, (family.largest / family.smallest) ** (1 / MOST_COUNTED))
    for size in Sizes(family, recorder.problem.slug, secret).doubling(step):
        stopped = False
        for role in (Role.REFERENCE, Role.SUBMISSION):
            cap = None if role is Role.REFERENCE else probe_cap(min(recorder.series[Role.REFERENCE, size].probes))
            stopped = recorder.run(role, size, limit, cap).stopped is not None
            point = recorder.point(role, size, Resource.PROBES)
            if point is not None:
                yield GrowthPoint(family=family.name, resource=Resource.PROBES, point=point)
            if stopped:
                break
        if stopped:
            break
    points = recorder.points(Resource.PROBES)
    growth = describe(family.name, Resource.PROBES, required, points, decide_counts(points, required))
    if growth.outcome is Outcome.EXCEEDS and budget.find_line:
        blame = find_line(recorder, [], required, Resource.PROBES)
        growth = growth if blame is None else blamed(growth, blame)
    yield GrowthDecided(growth=growth)
