"""Where the steps of a virtual machine are counted, they decide: they are exact, and one run a size is enough. Time is
asked only where a step gets dearer as the input grows, as one that looks through a long text does. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from judge.growth.slopes import pairs
from judge.report import Point

DEARER = 2.5  # times; single runs on a busy machine differ by less, mostly, and asking once more is all it costs
SEEN_NS = 3_000_000  # what is shorter is not timed by one run


def steps_get_dearer(steps: Sequence[Point], times: Sequence[Point]) -> bool:
    """Whether a step of the submission's costs far more at the largest size than at one before, beside the
    reference's. Sizes whose runs are too short to be timed are left out."""
    timed = {pair.size: pair for pair in pairs(times)}
    costs = []
    for counted in pairs(steps):
        pair = timed.get(counted.size)
        if pair is None or min(pair.submission[0], pair.reference[0]) < SEEN_NS:
            continue
        mine = pair.submission[0] / max(1.0, counted.submission[0])
        other = pair.reference[0] / max(1.0, counted.reference[0])
        costs.append(mine / other)
    return bool(costs) and costs[-1] > DEARER * min(costs)
