"""What a decision says to people: the class shown, and the reason in one sentence."""

from __future__ import annotations

import math
from collections.abc import Sequence

from judge.growth.complexity import Complexity, parse_class
from judge.growth.decide import Basis, Decision
from judge.report import FamilyGrowth, Outcome, Point, Resource

# Measured exponents are trusted to this much: right solutions of one class differ by so much from each other.
TRUST = 0.12
NAMED = tuple(
    parse_class(text)
    for text in ("1", "log n", "√n", "n", "n log n", "n √n", "n²", "n² log n", "n^2.5", "n³", "n³ log n")
)
METHODS = {Resource.TIME: "cpu time", Resource.MEMORY: "peak memory", Resource.PROBES: "probes"}
_YOURS = {Resource.TIME: "your time", Resource.MEMORY: "your memory", Resource.PROBES: "what you read"}


def describe(
    family: str,
    resource: Resource,
    required: Complexity,
    points: Sequence[Point],
    decision: Decision,
    method: str | None = None,
) -> FamilyGrowth:
    """The record of one family: what was measured, what it says, and why."""
    return FamilyGrowth(
        family=family,
        resource=resource,
        required=required.name,
        outcome=decision.outcome,
        points=list(points),
        slope=_rounded(decision.slope),
        slope_low=_rounded(decision.low),
        slope_high=_rounded(decision.high),
        exponent=_rounded(decision.exponent),
        measured=class_shown(decision),
        method=method or METHODS[resource],
        reason=reason(resource, required, decision, method or METHODS[resource]),
    )


def class_shown(decision: Decision) -> str | None:
    """About "n^1.97", or a class's name where it alone lies in the interval. n and n log n differ by less than two
    right solutions of one class do, so neither is ever named by growth; the same holds for n² and n² log n."""
    if decision.exponent is None or decision.basis is Basis.LITTLE:
        return None
    if decision.basis is Basis.CENSORED:
        return f"at least {_power(decision.exponent)}"
    if decision.basis is Basis.FLAT:
        return "flat"
    names = possible_classes(decision)
    # A quadratic part that is just coming up passes through n √n: roots exclude other names, but are not claimed.
    if len(names) == 1 and "√" not in names[0] and "." not in names[0]:
        return names[0]
    return f"about {_power(decision.exponent)}"


def possible_classes(decision: Decision) -> list[str]:
    """The names of all classes that the measured interval does not exclude."""
    if decision.exponent is None or decision.slope is None or not decision.sizes:
        return []
    low = decision.exponent - decision.slope + (decision.low if decision.low is not None else decision.slope) - TRUST
    high = decision.exponent - decision.slope + (decision.high if decision.high is not None else decision.slope) + TRUST
    middle = math.sqrt(decision.sizes[0] * decision.sizes[-1])
    return [each.name for each in NAMED if low <= each.local_exponent(middle) <= high]


def reason(resource: Resource, required: Complexity, decision: Decision, method: str) -> str:
    """One sentence, to the person who wrote the submission."""
    yours = _YOURS[resource]
    counted = " (executed instructions)" if method == "instructions" else ""
    if decision.basis is Basis.LITTLE or decision.slope is None:
        return "too few sizes could be measured to tell how the cost grows"
    if decision.basis is Basis.FLAT:
        if decision.outcome is Outcome.INCONCLUSIVE:
            return f"{yours} did not grow visibly, but the sizes are too small to tell"
        return f"{yours} did not grow with n, up to n = {decision.sizes[-1]:,}"
    if decision.basis is Basis.CENSORED:
        return (
            f"between n = {decision.sizes[0]:,} and n = {decision.sizes[-1]:,} {yours} grew by more than the limit "
            f"lets be seen: at least {_power(decision.exponent or decision.slope)}, {required.name} is required"
        )
    grown = f"each doubling of n multiplied {yours} by {decision.submission_factor:.1f}{counted}"
    if decision.reference_factor is not None:
        beside = f"the reference grew {decision.reference_factor:.1f} times on this machine"
    elif resource is Resource.MEMORY:
        beside = f"beyond the answer, {required.name} is allowed"
    else:
        beside = f"{required.name} is required; the reference costs too little here to be seen"
    if decision.outcome is Outcome.EXCEEDS:
        return f"{grown} (about {_power(decision.exponent or 0)}); {beside}"
    if decision.outcome is Outcome.WITHIN:
        return f"{grown}; {beside}"
    return f"{grown}; {beside}; the difference is too small, or too noisy, to tell"


def _power(exponent: float) -> str:
    shown = f"{exponent:.2f}".rstrip("0").rstrip(".")
    if shown in ("0", "-0"):
        return "n^0"
    return "n" if shown == "1" else f"n^{shown}"


def _rounded(value: float | None) -> float | None:
    return None if value is None or not math.isfinite(value) else round(value, 4)
