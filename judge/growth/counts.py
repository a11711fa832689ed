"""Growth of counts (elements read from a probe sequence). A count is exact: one run a size, no noise, no fixed cost."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import median

from judge.growth.complexity import Complexity
from judge.growth.decision import Basis, Decision
from judge.growth.slopes import pairs, per_doubling, theil_sen
from judge.report import Outcome, Point, Role

FLAT = 0.15
STEEP = 0.25
# A right search may read this many times what the reference reads; beyond it is stopped, and steep by then.
CAP_FACTOR = 60
CAP_PLUS = 2000


def probe_cap(reference: int) -> int:
    """The most elements that a run may read where the reference read `reference`."""
    return CAP_FACTOR * reference + CAP_PLUS


def decide_counts(points: Sequence[Point], required: Complexity) -> Decision:
    """Slope of the ratio of counts. Where it was stopped, the cap stands for its count, a lower bound. Pure."""
    runs = pairs(points)
    costs = [(p.size, max(1.0, min(p.submission)) / max(1.0, min(p.reference))) for p in runs]
    own = [(p.size, max(1.0, min(p.submission))) for p in runs]
    other = [(p.size, max(1.0, min(p.reference))) for p in runs]
    stops = {p.size: max(p.values) for p in points if p.role is Role.SUBMISSION and p.censored}
    references = {p.size: min(p.values) for p in points if p.role is Role.REFERENCE and not p.censored}
    stop = min((size for size in stops if size in references), default=None)
    if stop is not None:
        costs.append((stop, stops[stop] / max(1.0, references[stop])))
        own.append((stop, float(stops[stop])))
    if len(costs) < 4:
        return Decision(Outcome.INCONCLUSIVE, Basis.LITTLE)
    tail = costs[-max(4, len(costs) // 2 + 1) :]
    slopes = per_doubling(tail)
    slope = theil_sen(tail)
    outcome = Outcome.INCONCLUSIVE
    if slope > STEEP and median(slopes) > STEEP:
        outcome = Outcome.EXCEEDS
    elif slope < FLAT and stop is None:
        outcome = Outcome.WITHIN
    sizes = tuple(size for size, _ in tail)
    exponent = None if required.exponential else required.local_exponent(math.sqrt(sizes[0] * sizes[-1])) + slope
    factor, reference_factor = 2 ** theil_sen(own[-len(tail) :]), 2 ** theil_sen(other[-len(tail) :])
    basis = Basis.RATIO if stop is None else Basis.CENSORED
    return Decision(outcome, basis, slope, min(slopes), max(slopes), exponent, sizes, factor, reference_factor)
