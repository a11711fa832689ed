"""From what the parent saw to a verdict. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from judge.gist import gist
from judge.problem.model import ExpectedAnswer, LimitsSpec
from judge.report import CaseFinished, FamilyGrowth, Outcome, Tier, TierCount, Verdict
from sandbox.api import MIB, Execution, Limits, Status

SECOND_NS = 1_000_000_000
# A sleeper burns no CPU; this much wall beyond the CPU limit also covers a busy host.
WALL_FACTOR = 3
OUTPUT_FACTOR = 4
OUTPUT_FLOOR_BYTES = MIB

_VERDICTS = {
    Status.EXCEPTION: Verdict.RTE,
    Status.EXIT: Verdict.RTE,
    Status.SIGNAL: Verdict.RTE,
    Status.CPU_LIMIT: Verdict.TLE,
    Status.WALL_LIMIT: Verdict.TLE,
    Status.PROBE_LIMIT: Verdict.TLE,
    Status.MEMORY_LIMIT: Verdict.MLE,
    Status.OUTPUT_LIMIT: Verdict.OLE,
    Status.BAD_ANSWER: Verdict.WA,
    Status.BUILD_ERROR: Verdict.CE,
    Status.FAULT: Verdict.JE,
}


def case_limits(spec: LimitsSpec, expected: ExpectedAnswer, probes: int | None = None) -> Limits:
    """Limits of one case: time from the reference on this host (see LimitsSpec), output from the expected answer."""
    wanted_ns = max(spec.cpu_floor_s * SECOND_NS, spec.cpu_multiple * expected.cpu_ns)
    cpu_ns = int(min(spec.cpu_s * SECOND_NS, wanted_ns))
    return Limits(
        cpu_ns=cpu_ns,
        wall_ns=WALL_FACTOR * cpu_ns + SECOND_NS,
        memory_bytes=int(spec.memory_mb * MIB),
        output_bytes=output_limit(spec, expected.answer),
        processes=spec.processes,
        probes=probes,
    )


def output_limit(spec: LimitsSpec, expected: bytes) -> int:
    """In bytes. Reading an answer costs the judge many times its size: it may be no larger than a right one needs."""
    return int(min(spec.output_mb * MIB, max(OUTPUT_FLOOR_BYTES, OUTPUT_FACTOR * len(expected))))


def verdict_of(execution: Execution, mismatch: str | None, limits: Limits) -> tuple[Verdict, str]:
    """The verdict of one run and why, in one line. `mismatch` is the checker's word where an answer came."""
    if execution.status is Status.OK:
        return (Verdict.AC, "") if mismatch is None else (Verdict.WA, mismatch)
    return _VERDICTS[execution.status], _why(execution, limits)


def _why(execution: Execution, limits: Limits) -> str:
    said = gist(execution.message)
    match execution.status:
        case Status.CPU_LIMIT:
            return f"stopped at {limits.cpu_ns / SECOND_NS:.1f} s of CPU time"
        case Status.WALL_LIMIT:
            return f"stopped after {limits.wall_ns / SECOND_NS:.1f} s, mostly waiting"
        case Status.PROBE_LIMIT:
            return f"stopped after {limits.probes:,} elements read"
        case Status.MEMORY_LIMIT:
            return f"needed more than {limits.memory_bytes / MIB:.0f} MB beyond runtime and input"
        case Status.OUTPUT_LIMIT:
            return f"wrote more than {limits.output_bytes / MIB:.0f} MB"
        case Status.EXIT:
            return said or f"ended with exit code {execution.exit_code} and without an answer"
        case Status.SIGNAL:
            return said or f"ended by signal {execution.signal}"
    return said


def overall(cases: Iterable[CaseFinished]) -> Verdict:
    """The verdict of a submission: the judge's own fault first, else that of the first case that failed."""
    verdicts = [case.verdict for case in cases]
    if Verdict.JE in verdicts:
        return Verdict.JE
    return next((verdict for verdict in verdicts if verdict is not Verdict.AC), Verdict.AC)


def count_tiers(cases: Iterable[CaseFinished], totals: dict[Tier, int]) -> list[TierCount]:
    """Passed and total for each tier that was begun."""
    passed: dict[Tier, int] = {}
    for case in cases:
        passed[case.tier] = passed.get(case.tier, 0) + (case.verdict is Verdict.AC)
    return [TierCount(tier=tier, passed=count, total=totals[tier]) for tier, count in passed.items()]


def join(families: Iterable[FamilyGrowth]) -> Outcome | None:
    """One `exceeds` exceeds; all `within` is within; otherwise inconclusive. None where nothing was measured."""
    outcomes = {family.outcome for family in families}
    if not outcomes:
        return None
    if Outcome.EXCEEDS in outcomes:
        return Outcome.EXCEEDS
    return Outcome.WITHIN if outcomes == {Outcome.WITHIN} else Outcome.INCONCLUSIVE
