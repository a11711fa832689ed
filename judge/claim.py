"""What the person claims the cost is, beside what was measured and what is required. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from judge.growth.complexity import Complexity, parse_claim, parse_class
from judge.problem.model import GrowthSpec
from judge.report import Claim, FamilyGrowth, Outcome, Resource

# Two classes nearer than this in the exponent cannot be told apart by a measured curve.
TELLABLE = 0.3


def compare_claim(text: str, spec: GrowthSpec, families: Sequence[FamilyGrowth]) -> list[Claim]:
    """One Claim a resource that the person named. Raises ValueError for a text that is no claim."""
    claimed = parse_claim(text)
    claims = [_compare(Resource.TIME, claimed.time, spec.time, families)]
    if claimed.space is not None:
        claims.append(_compare(Resource.MEMORY, claimed.space, spec.space, families))
    return claims


def _compare(resource: Resource, claimed: Complexity, required: str | None, families: Sequence[FamilyGrowth]) -> Claim:
    worst = worst_family(families, resource)
    return Claim(
        resource=resource,
        claimed=claimed.name,
        measured=worst.measured if worst else None,
        required=required,
        holds=_holds(claimed, required, worst),
    )


def worst_family(families: Sequence[FamilyGrowth], resource: Resource) -> FamilyGrowth | None:
    """The family on which the resource grew most: a claim is about the worst case."""
    measured = [family for family in families if family.resource is resource]
    exceeding = [family for family in measured if family.outcome is Outcome.EXCEEDS]
    pool = exceeding or measured
    return max(pool, key=lambda family: family.exponent or 0.0, default=None)


def _holds(claimed: Complexity, required: str | None, worst: FamilyGrowth | None) -> bool | None:
    if worst is None or required is None:
        return None
    allowed = parse_class(required)
    if worst.outcome is Outcome.WITHIN and claimed.name == allowed.name:
        return True
    if worst.exponent is None or claimed.exponential:
        return None
    over = claimed.exponent - worst.exponent
    if over < -TELLABLE:
        return False
    if worst.outcome is Outcome.EXCEEDS:
        # A curve that is still bending up may yet reach a steeper class, so a claim above it is not refuted.
        return True if over <= TELLABLE / 2 else None
    # n log n beside n is within what a curve can tell; only an equal name is confirmed.
    return False if over > TELLABLE and worst.outcome is Outcome.WITHIN else None
