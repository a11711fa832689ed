"""What the person claims the cost is, beside what was measured and what is required. Pure.

A claim never changes a verdict: it is told whether it holds, and on which family it does not.
"""

from __future__ import annotations

from collections.abc import Sequence

from judge.growth.complexity import Complexity, letters, parse_claim, parse_class
from judge.problem.model import GrowthSpec
from judge.report import Claim, FamilyGrowth, Outcome, Resource

# What a claim comes to, in words.
HOLDS = {True: "holds", False: "does not hold", None: "cannot be told"}
KINDS = {Resource.TIME: "Time", Resource.MEMORY: "Space"}
# Two classes nearer than this in the exponent cannot be told apart by a measured curve.
TELLABLE = 0.3
TYPICAL_SIZE = 100_000  # where no points say at which sizes a log was seen


def compare_claim(text: str, spec: GrowthSpec, families: Sequence[FamilyGrowth]) -> list[Claim]:
    """One Claim a resource that the person named. Raises ValueError for a text that is no claim."""
    claimed = parse_claim(text)
    claims = []
    if claimed.time is not None:
        claims.append(_compare(Resource.TIME, claimed.time, spec.time, spec, families))
    if claimed.space is not None:
        claims.append(_compare(Resource.MEMORY, claimed.space, spec.space, spec, families))
    return claims


def _compare(
    resource: Resource, claimed: Complexity, required: str | None, spec: GrowthSpec, families: Sequence[FamilyGrowth]
) -> Claim:
    worst = worst_family(families, resource)
    for counted in (Resource.PROBES, Resource.STEPS) if resource is Resource.TIME else ():
        worst = worst or worst_family(families, counted)  # a task that counts its work measures no time
    holds, why = _holds(claimed, required, worst)
    about = next((family.about for family in spec.families if worst is not None and family.name == worst.family), "")
    return Claim(
        resource=resource,
        claimed=claimed.name,
        measured=worst.measured if worst else None,
        required=required,
        holds=holds,
        family=worst.family if worst else None,
        told=f"{KINDS[resource]}: {_told(why, claimed, worst, about, spec.variable)}",
    )


def worst_family(families: Sequence[FamilyGrowth], resource: Resource) -> FamilyGrowth | None:
    """The family on which the resource grew most: a claim is about the worst case."""
    measured = [family for family in families if family.resource is resource]
    exceeding = [family for family in measured if family.outcome is Outcome.EXCEEDS]
    pool = exceeding or measured
    return max(pool, key=lambda family: family.exponent or 0.0, default=None)


def _holds(claimed: Complexity, required: str | None, worst: FamilyGrowth | None) -> tuple[bool | None, str]:
    """Whether the claim holds, and the word for why."""
    if worst is None or required is None:
        return None, "unmeasured"
    allowed = parse_class(required)
    if worst.outcome is Outcome.WITHIN and _same(claimed, allowed):
        return True, "within"
    if worst.exponent is None:
        return None, "unmeasured"
    if claimed.exponential:
        better = worst.outcome is Outcome.WITHIN and not allowed.exponential
        return (False, "better") if better else (None, "near")
    size = max((point.size for point in worst.points), default=TYPICAL_SIZE)
    over = claimed.local_exponent(size) - worst.exponent
    if over < -TELLABLE:
        return False, "faster"
    if worst.outcome is Outcome.EXCEEDS:
        # A curve that is still bending up may yet reach a steeper class, so a claim above it is not refuted.
        return (True, "near it") if over <= TELLABLE / 2 else (None, "bending")
    # n log n beside n is within what a curve can tell; only an equal name is confirmed.
    if worst.outcome is Outcome.WITHIN and _least(claimed, size) - worst.exponent > TELLABLE:
        return False, "better"
    return None, "near"


def _same(claimed: Complexity, allowed: Complexity) -> bool:
    """One class by another letter, "N log N" for "n log n", or the same sum of dimensions, "V + E" for "n + m"."""
    orders = (claimed.exponent, claimed.log_power) == (allowed.exponent, allowed.log_power)
    return claimed.name == allowed.name or (orders and len(letters(claimed.name)) == len(letters(allowed.name)))


def _least(claimed: Complexity, size: float) -> float:
    """The exponent along the dimension that costs least: a family may move that one alone."""
    if len(dimensions := letters(claimed.name)) < 2:
        return claimed.local_exponent(size)
    return min(parse_class(claimed.name, along=letter).local_exponent(size) for letter in dimensions)


def _told(why: str, claimed: Complexity, worst: FamilyGrowth | None, about: str, variable: str) -> str:
    what = f"O({claimed.name})"
    if worst is None or why == "unmeasured":
        return f"Nothing was measured that {what} could be compared with."
    where = f"on {worst.family}" + (f" ({about})" if about else "")
    seen = worst.measured or "its growth"
    match why:
        case "within":
            return f"{what} holds on every family, as far as growth can tell."
        case "near it":
            return f"{what} is what was measured {where}: {seen}."
        case "faster":
            grown = f"; there {variable} grew" if len(letters(claimed.name)) > 1 and variable else ""
            return f"Your cost grows faster than {what} {where}: {seen} was measured{grown}."
        case "better":
            return f"Your cost grows less than {what} on every family: {seen} was the most, {where}."
        case "bending":
            return f"{seen[:1].upper()}{seen[1:]} was measured {where}; it may still bend up to {what} at larger sizes."
        case _:
            return f"{seen[:1].upper()}{seen[1:]} was measured {where}: too near to {what} to tell the two apart."
