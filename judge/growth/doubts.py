"""What makes a level ratio suspect: the marks of work that hides. Pure; costs are those over the smallest size."""

from __future__ import annotations

from collections.abc import Sequence

from judge.growth.decision import DEAR, UNEVEN, UNEVEN_GRAINS, UNSTEADY, UNSTEADY_GRAINS, Rule
from judge.growth.slopes import Pair
from judge.growth.work import least_seen, over, ratio


def uneven(runs: Sequence[Pair], rule: Rule, grain: float) -> bool:
    """Whether the ratio at some size stands far above those at both smaller and larger ones, as it does for who is
    worse at some sizes only. Slopes would not see it, and the worst of them is what counts."""
    floor = runs[0]
    works = [over(p.submission, floor.submission, grain, rule) for p in runs[1:]]
    ratios = [ratio(p, floor, grain, rule) for p in runs[1:]]
    # A single run may be a slow one.
    repeated = [len(p.submission) > 1 and work > UNEVEN_GRAINS * grain for work, p in zip(works, runs[1:], strict=True)]
    return any(
        repeated[at] and ratios[at] > UNEVEN * max(min(ratios[:at]), min(ratios[at + 1 :]))
        for at in range(1, len(ratios) - 1)
    )


def unsteady(runs: Sequence[Pair], grain: float) -> bool:
    """Whether runs of the same input differ as noise does not: who is worse in some runs only would show his best."""

    def wild(values: tuple[float, ...], least: float = 0.0) -> bool:
        low, high = min(values), max(values)
        return high > max(UNSTEADY * low, least) and high - low > UNSTEADY_GRAINS * grain

    # Who is still quicker than the reference in his slowest run hides nothing by it.
    mine = sum(wild(p.submission, min(p.reference)) for p in runs)
    return mine >= 2 and not any(wild(p.reference) for p in runs)


def dear(floor: Pair, last: Pair, rule: Rule, grain: float) -> bool:
    """Whether the submission does far more than what of the reference could go unseen: time that is burnt to look level
    would look like this."""
    unseen = least_seen(min(floor.reference), grain, rule.visible)
    return min(last.submission) - min(floor.submission) > DEAR * unseen


def hidden(floor: Pair, seen: Sequence[Pair], rule: Rule, grain: float) -> bool:
    """Whether the submission's fixed cost could hide more work than the reference does: one that burns time first, or
    loads much, looks flat whatever it does then."""
    least = min(floor.submission)
    stands_out = sum(min(pair.submission) - least >= least_seen(least, grain, rule.visible) for pair in seen)
    return stands_out < 3 and rule.visible / 2 * least > min(seen[-1].reference) - min(floor.reference)
