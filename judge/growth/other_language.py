"""Judging growth where submission and reference are not of one language, or of one that is not interpreted.

Between two languages their ratio no longer takes machine and caches out: what a cache miss costs is much to C++ and
little to an interpreter, and a just-in-time compiler makes the same work dearer, then cheaper, as the size grows. So
the lines are as wide as for a curve without a reference, and nothing is said of a submission whose own work is not seen
at three sizes or more over its start. What is compiled while it runs can then only exceed: getting quicker as it goes
may hide any growth. Memory is not compared: collectors take what they like.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from judge.growth.complexity import Complexity
from judge.growth.decide import GRAIN_NS, Basis, Decision, Open, Rule, decide
from judge.growth.slopes import pairs
from judge.growth.work import least_seen
from judge.report import Outcome, Point

LINES = Rule(flat=0.30, steep=0.60, whole=0.45, certain=0.80, short=0.70)
# Of one compiled language: a right tree beside a table shows 0.45 to 0.55 over the sizes at which it leaves a cache.
COMPILED_TIME = replace(LINES, flat=0.20)
WARM_UP_NS = 50_000_000  # less work than this may be mostly the compiler's
SEEN_SIZES = 3
UNSEEN = "beside starting, the submission costs too little here to tell how it grows"
WARMING = "its language is compiled while it runs, which can hide growth: only far too much of it would be told"
QUICK_REFERENCE = (
    "its language is compiled while it runs, and beside that the reference costs too little here to compare with"
)
MEMORY = "memory is compared only where submission and reference are of one language that has no collector"


def decide_across(points: Sequence[Point], required: Complexity, warms_up: bool) -> Decision:
    """As ``decide``, between languages. `warms_up`: the submission's is compiled while it runs. Pure."""
    grain = WARM_UP_NS if warms_up else GRAIN_NS
    decision = decide(points, required, LINES, grain)
    if decision.basis is Basis.CENSORED:
        return decision
    if decision.clear and _seen(points, grain) < SEEN_SIZES:
        decision = replace(decision, outcome=Outcome.INCONCLUSIVE, basis=Basis.LITTLE, note=UNSEEN)
    if warms_up and decision.outcome is not Outcome.EXCEEDS:
        return replace(decision, outcome=Outcome.INCONCLUSIVE, note=WARMING)
    return decision


def decide_warming(points: Sequence[Point], required: Complexity) -> Decision:
    """As ``decide``, where both are of one language that is compiled while it runs. Pure.

    Both pay for the compiler, but not at the same sizes, so that its cost does not cancel: a size counts where the work
    of both, over what the smallest size costs, is more than warming up takes. Within is said on three such sizes or
    more, and only beside the reference: a curve that stands alone may be level because it gets quicker as it goes."""
    decision = decide(points, required, LINES, WARM_UP_NS)
    if decision.basis is Basis.CENSORED:
        return decision
    if _seen(points, WARM_UP_NS) < SEEN_SIZES:
        return replace(decision, outcome=Outcome.INCONCLUSIVE, basis=Basis.LITTLE, note=UNSEEN, open=Open.LITTLE)
    if decision.outcome is not Outcome.EXCEEDS and decision.basis not in (Basis.RATIO, Basis.LEAP):
        return replace(decision, outcome=Outcome.INCONCLUSIVE, note=QUICK_REFERENCE, open=Open.LITTLE)
    return decision


def memory_not_compared() -> Decision:
    return Decision(Outcome.INCONCLUSIVE, Basis.LITTLE, note=MEMORY)


def _seen(points: Sequence[Point], grain: float) -> int:
    """At how many sizes the submission's work stands out from what it costs at the smallest."""
    runs = pairs(points)
    if not runs:
        return 0
    start = min(runs[0].submission)
    return sum(min(pair.submission) - start >= least_seen(start, grain, LINES.visible) for pair in runs)
