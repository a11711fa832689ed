"""Growth of memory, decided from peaks.

Peaks hardly vary from run to run but come in steps: allocators take arenas, lists and dicts grow by jumps, the kernel
charges by the quarter of a MiB. So the lines are wide, and little growth is no growth.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from judge.growth.complexity import Complexity
from judge.growth.decide import decide
from judge.growth.decision import Basis, Decision, Open, Rule
from judge.growth.slopes import Pair, pairs, per_doubling
from judge.report import Outcome, Point, Role
from sandbox.api import MIB

GRAIN_BYTES = MIB
MEMORY = Rule(flat=0.25, steep=0.35, whole=0.25, certain=0.80, short=0.45)
# Auxiliary space of constant size: what the submission's peak grew beyond the reference's, whose growth is the answer.
SEEN_BYTES = 2 * MIB
ANSWER_SHARE = 0.5  # lists of the same values may be laid out differently: so much of the answer is forgiven
ITEM_BYTES = 8  # the least that keeping one item costs
STEEP = 0.5


def decide_memory(points: Sequence[Point], required: Complexity) -> Decision:
    """`required` is the class of auxiliary space, beyond input and answer. Pure."""
    decision = _decided(points, required)
    if decision.outcome is Outcome.WITHIN and _seldom(pairs(points)):
        return replace(decision, outcome=Outcome.INCONCLUSIVE, open=Open.UNSTEADY)
    return decision


def _seldom(runs: Sequence[Pair]) -> bool:
    """Whether the submission keeps much in some runs only. Peaks repeat, so one that is often small and seldom large is
    not noise."""
    wild = [p for p in runs if max(p.submission) - min(p.submission) > SEEN_BYTES + max(p.reference) - min(p.reference)]
    return len(wild) >= 2


def _decided(points: Sequence[Point], required: Complexity) -> Decision:
    if required.exponent >= 0.25:
        decision = decide(points, required, MEMORY, GRAIN_BYTES)
        return _unseen(points, required) or decision if decision.open is Open.LITTLE else decision
    return _constant(points, required)


def _unseen(points: Sequence[Point], required: Complexity) -> Decision | None:
    """Within where nothing is seen to grow, though one item more for each of n would have been."""
    runs = pairs(points)
    if len(runs) < 3 or required.exponential or any(p.censored for p in points if p.role is Role.SUBMISSION):
        return None
    grown = max(max(pair.submission) for pair in runs) - min(runs[0].submission)
    if grown > SEEN_BYTES or runs[-1].size ** (required.exponent + 1) * ITEM_BYTES < 1.5 * SEEN_BYTES:
        return None
    sizes = tuple(pair.size for pair in runs)
    return Decision(Outcome.WITHIN, Basis.FLAT, 0.0, exponent=required.exponent, sizes=sizes)


def _constant(points: Sequence[Point], required: Complexity) -> Decision:
    runs = pairs(points)
    stops = [point for point in points if point.role is Role.SUBMISSION and point.censored]
    if not runs or (len(runs) < 3 and not stops):
        return Decision(Outcome.INCONCLUSIVE, Basis.LITTLE, open=Open.LITTLE)
    first = runs[0]
    answer = {p.size: max(0.0, min(p.reference) - min(first.reference)) for p in runs}
    excess = {p.size: min(p.submission) - min(first.submission) - answer[p.size] for p in runs}
    last = runs[-1].size
    if stops:
        stop = min(stops, key=lambda point: point.size)
        bound = max(stop.values) - min(first.submission) - answer[last] * 2
        excess[stop.size], answer[stop.size], last = bound, answer[last] * 2, stop.size
    seen: list[tuple[int, float]] = []
    for size in sorted(excess, reverse=True):
        if excess[size] < max(SEEN_BYTES, ANSWER_SHARE * answer[size]):
            break
        seen.append((size, excess[size]))
    seen.reverse()
    sizes = tuple(size for size, _ in seen) or tuple(p.size for p in runs)
    if not seen:
        # Nothing to be seen is an answer only where keeping the items would have been seen, also over what it takes and
        # gives back whatever the size.
        fixed = min(first.submission) - min(first.reference)
        outcome = Outcome.WITHIN if last * ITEM_BYTES >= max(SEEN_BYTES, fixed) else Outcome.INCONCLUSIVE
        why = None if outcome is Outcome.WITHIN else Open.LITTLE
        return Decision(outcome, Basis.FLAT, 0.0, exponent=required.exponent, sizes=sizes, open=why)
    # One size below the line before them: its true excess is smaller, so the slope is a lower bound.
    if len(seen) == 1:
        before = max((size for size in excess if size < seen[0][0]), default=None)
        if before is not None:
            line = max(SEEN_BYTES, ANSWER_SHARE * answer[before])
            seen.insert(0, (before, line))
    if len(seen) < 2:
        return Decision(Outcome.INCONCLUSIVE, Basis.LITTLE, sizes=sizes, open=Open.LITTLE)
    slopes = per_doubling(seen[-4:])
    slope = (math.log2(seen[-1][1]) - math.log2(seen[0][1])) / (math.log2(seen[-1][0]) - math.log2(seen[0][0]))
    # What a limit stopped needed more than it: its step is a lower bound.
    last_step = slopes[-2] if stops and len(slopes) > 1 else slopes[-1]
    outcome = Outcome.EXCEEDS if slope > STEEP and last_step > STEEP else Outcome.INCONCLUSIVE
    basis = Basis.CENSORED if stops else Basis.OWN
    low, high = min(slope, *slopes), max(slope, *slopes)
    why = None if outcome is Outcome.EXCEEDS else Open.CLOSE
    return Decision(outcome, basis, slope, low, high, slope, sizes, 2**slope, None, open=why)
