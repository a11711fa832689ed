"""What a decision says to people: the class shown, and the reason in one sentence."""

from __future__ import annotations

import math
from collections.abc import Sequence

from judge.growth.complexity import Complexity
from judge.growth.decision import Basis, Decision, Open
from judge.report import FamilyGrowth, Outcome, Point, Resource

METHODS = {
    Resource.TIME: "cpu time",
    Resource.MEMORY: "peak memory",
    Resource.PROBES: "probes",
    Resource.STEPS: "VM steps",
}
_YOURS = {
    Resource.TIME: "your time",
    Resource.MEMORY: "your memory",
    Resource.PROBES: "what you read",
    Resource.STEPS: "the steps of your query",
}


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
        settle=settle(decision),
    )


def class_said(name: str) -> str:
    """A class's name within a sentence: "n log n", but "O(1)", since a bare 1 is a figure."""
    return "O(1)" if name == "1" else name


def class_shown(decision: Decision) -> str | None:
    """Such as "about n^1.97". No class is named: a name would claim to tell n from n log n, or n² from n² log n, which
    differ by less than two right solutions of one class do."""
    if decision.exponent is None or decision.basis is Basis.LITTLE:
        return None
    if decision.basis is Basis.CENSORED:
        return f"at least {_power(decision.exponent)}"
    if decision.basis is Basis.FLAT:
        return "flat"
    return f"about {_power(decision.exponent)}"


def reason(resource: Resource, required: Complexity, decision: Decision, method: str) -> str:
    """One sentence, to the person who wrote the submission."""
    if decision.note:
        return decision.note
    yours = "your executed instructions" if method == "instructions" else _YOURS[resource]
    if decision.basis is Basis.LITTLE or decision.slope is None:
        return "too few sizes could be measured to tell how the cost grows"
    if decision.basis is Basis.FLAT:
        if decision.outcome is Outcome.INCONCLUSIVE:
            return f"{yours} did not grow visibly, but the sizes are too small to tell"
        return f"{yours} did not grow with n, up to n = {decision.sizes[-1]:,}"
    if decision.basis is Basis.CENSORED:
        return (
            f"between n = {decision.sizes[0]:,} and n = {decision.sizes[-1]:,} {yours} grew by more than the limit "
            f"lets be seen: at least {_power(decision.exponent or decision.slope)}, "
            f"{class_said(required.name)} is required"
        )
    grown = f"each doubling of n multiplied {yours} by {decision.submission_factor:.1f}"
    if decision.basis is Basis.LEAP:
        grown = f"from n = {decision.sizes[0]:,} to n = {decision.sizes[-1]:,} {grown}"
    if decision.reference_factor is not None:
        beside = f"the reference grew {decision.reference_factor:.1f} times on this machine"
    elif resource is Resource.MEMORY:
        beside = f"beyond the answer, {class_said(required.name)} is allowed"
    else:
        beside = f"{class_said(required.name)} is required; the reference costs too little here to be seen"
    if decision.outcome is Outcome.EXCEEDS:
        return f"{grown} (about {_power(decision.exponent or 0)}); {beside}"
    if decision.outcome is Outcome.WITHIN:
        return f"{grown}; {beside}"
    return f"{grown}; {beside}; {_CLOSE if decision.open is None else _WHY_OPEN.get(decision.open, _CLOSE)}"


_CLOSE = "the difference is too small, or too noisy, to tell"
_WHY_OPEN = {
    Open.RISING: "it seems to rise at the end, but not clearly enough",
    Open.STOPPED: "a limit stopped it before enough was seen",
    Open.FIXED: "what it costs whatever the size could hide more than that",
    Open.DEAR: "the reference costs too little at these sizes to compare with, and yours much",
    Open.UNEVEN: "at some sizes it costs far more than at smaller and larger ones",
    Open.UNSTEADY: "some runs of the same input cost far more than others",
    Open.NOISY: "this host's clock is too unsteady to rest a verdict on",
}
_SETTLE = {
    Open.LITTLE: "inputs large enough for its cost to be seen would settle it: that is the problem's to offer",
    Open.CLOSE: "a quieter machine would settle it, or exact counts of instructions where valgrind is installed",
    Open.RISING: "larger inputs would settle it than this run could afford",
    Open.STOPPED: "a larger limit would settle it: the ladder of sizes ended too early",
    Open.FIXED: "doing less before the work itself begins would settle it: loading, tables, anything of fixed cost",
    Open.DEAR: "larger inputs would settle it, at which the reference can be seen: be quicker at them",
    Open.UNEVEN: "the same work at all sizes would settle it",
    Open.UNSTEADY: "the same work in every run would settle it",
    Open.NOISY: "a quieter machine would settle it (`judge doctor` says what makes this one noisy), or valgrind",
    Open.LANGUAGE: "the same idea in the reference's language would settle it",
}


def settle(decision: Decision) -> str | None:
    """What would settle an inconclusive decision, one sentence; None where it is settled."""
    if decision.clear:
        return None
    return _SETTLE.get(decision.open or (Open.LANGUAGE if decision.note else Open.CLOSE))


def _power(exponent: float) -> str:
    shown = f"{exponent:.2f}".rstrip("0").rstrip(".")
    if shown in ("0", "-0"):
        return "n^0"
    return "n" if shown == "1" else f"n^{shown}"


def _rounded(value: float | None) -> float | None:
    return None if value is None or not math.isfinite(value) else round(value, 4)
