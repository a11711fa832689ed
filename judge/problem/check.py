"""Prove a problem on this host: its parts fit, and every known submission gets the judgement that its folder says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from judge.evaluate import Submitted, evaluate
from judge.growth.calibration import Calibration
from judge.languages import language_for
from judge.languages.host import missing_here
from judge.problem.cases import CaseMaker
from judge.problem.model import Expected, Known, Problem
from judge.problem.parts import PARTS, prove_part, sized
from judge.problem.small import judge_small, small_matches, without_scale
from judge.report import Outcome, Report, Resource, Verdict, report_of
from sandbox.api import MIB, Sandbox

# What is right must stay right on a slower or busier host.
TIME_SHARE = 1 / 3
MEMORY_SHARE = 2 / 3
# One limit or one family tells as much as all of them. Where it was another one than expected, all are asked.
ENOUGH_IS_ENOUGH = frozenset({Expected.TOO_SLOW, Expected.TOO_MUCH_MEMORY})
SHOWN = 160  # characters of a failing input or answer


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One thing that was proved, or not."""

    problem: str  # slug
    what: str  # "too_slow/sort_each_insert.py", "samples"
    expected: str  # in words
    got: str
    ok: bool
    cpu_ns: int = 0  # the slowest case's
    memory_bytes: int = 0  # the largest case's
    detail: str = ""  # one sentence where there is more to say
    judged_cpu_ns: int = 0  # of all runs that the verdict rests on
    first: str = ""  # what was got at first, where only the second try got what is expected


def check_problem(
    problem: Problem,
    sandbox: Sandbox,
    maker: CaseMaker,
    *,
    full: bool = False,
    fast: bool = False,
    again: bool = False,
    calibration: Calibration | None = None,
) -> Iterator[CheckRow]:
    """A row for each part of the folder, then one for each known submission, as they are proved. `full`: with the cases
    that are too large for every day. `fast`: small cases alone, and no growth. `again`: a submission that does not get
    what is expected is judged once more. `calibration`: as evaluate takes it."""
    if fast:
        problem = without_scale(problem)
        maker = CaseMaker(problem, sandbox, maker.secret, maker.cache.folder)
    for what, expected, prove in PARTS:
        fault = prove_part(prove, problem, sandbox, maker)
        yield CheckRow(problem.slug, what, expected, fault or "holds", ok=not fault)
    for known in problem.known:
        judge = partial(check_known, problem, known, sandbox, maker, full=full, fast=fast, calibration=calibration)
        row = judge()
        if again and not row.ok:
            second = judge()
            row = replace(second, first=f"{row.got} {row.detail}".strip()) if second.ok else row
        yield row


def count_rows(problem: Problem) -> int:
    """How many rows `check_problem` gives."""
    return len(PARTS) + len(problem.known)


def check_known(
    problem: Problem,
    known: Known,
    sandbox: Sandbox,
    maker: CaseMaker,
    *,
    full: bool = False,
    fast: bool = False,
    calibration: Calibration | None = None,
) -> CheckRow:
    """Judge one known submission as a person's. What this host has no compiler for is not proved, and no fault.
    `fast`: `problem` and `maker` are those of judge.problem.small."""
    missing = missing_here(language_for(known.path))
    if missing:
        expected = expected_words(problem, known)
        return CheckRow(problem.slug, known.name, expected, "not proved here", ok=True, detail=missing)
    if fast:
        return judged_small(problem, known, judge_small(problem, known, sandbox, maker))
    if known.expected in ENOUGH_IS_ENOUGH:
        row = judged(problem, known, _report(problem, known, sandbox, maker, full, calibration, stop_at_first=True))
        if row.ok:
            return row
    return judged(problem, known, _report(problem, known, sandbox, maker, full, calibration))


def _report(
    problem: Problem,
    known: Known,
    sandbox: Sandbox,
    maker: CaseMaker,
    full: bool,
    calibration: Calibration | None,
    stop_at_first: bool = False,
) -> Report:
    """As a person's is judged, but for the line that is slow: no folder says it."""
    submitted = Submitted(known.source, language_for(known.path).name)
    events = evaluate(
        submitted,
        problem,
        sandbox,
        maker,
        stop_at_first=stop_at_first,
        full=full,
        calibration=calibration,
        find_line=False,
    )
    return report_of(events)


def judged(problem: Problem, known: Known, report: Report) -> CheckRow:
    """Whether a report is what the submission's folder says. Pure."""
    ok = matches(known.expected, report)
    detail = report.sentence if not ok else ""
    if ok and known.expected is Expected.ACCEPTED:
        detail = margins(problem, report)
        ok = not detail
    return CheckRow(
        problem=problem.slug,
        what=known.name,
        expected=expected_words(problem, known),
        got=in_short(report),
        ok=ok,
        cpu_ns=report.cpu_ns,
        memory_bytes=report.memory_bytes,
        detail=detail,
        judged_cpu_ns=report.judged_cpu_ns,
    )


def in_short(report: Report) -> str:
    """Verdict and growth, and the family that showed it: "AC, growth exceeds on star"."""
    if report.growth is None:
        return str(report.verdict)
    shown = next((family for family in report.families if family.outcome is Outcome.EXCEEDS), None)
    if shown is None:
        return f"{report.verdict}, growth {report.growth}"
    what = "memory" if shown.resource is Resource.MEMORY else "growth"
    return f"{report.verdict}, {what} exceeds on {shown.family}"


def judged_small(problem: Problem, known: Known, report: Report) -> CheckRow:
    """The same for a report on small cases alone. Pure."""
    ok, open_question = small_matches(known.expected, report)
    detail = open_question if ok else told(report)
    got = str(report.verdict) if report.verdict is not Verdict.AC else "AC on the small cases"
    expected = expected_words(problem, known)
    figures = report.cpu_ns, report.memory_bytes
    return CheckRow(problem.slug, known.name, expected, got, ok, *figures, detail=detail)


def told(report: Report) -> str:
    """What the writer of a submission needs to see of it: the case that failed, why, and its texts."""
    failed = next((case for case in report.cases if case.verdict is not Verdict.AC), None)
    if failed is None:
        return report.sentence
    lines = [f"{failed.verdict} on {sized(failed.name, failed.size)}: {failed.message}"]
    for label, text in (("input", failed.input), ("expected", failed.expected), ("answer", failed.answer)):
        if text:
            shown = " | ".join(text.splitlines())
            lines.append(f"{label}: {shown if len(shown) <= SHOWN else shown[: SHOWN - 1] + '…'}")
    return "\n".join(lines)


def expected_words(problem: Problem, known: Known) -> str:
    asked = problem.spec.growth.asked
    return EXPECTED[known.expected] if asked or known.expected is not Expected.ACCEPTED else "AC"


EXPECTED = {
    Expected.ACCEPTED: "AC, growth within",
    Expected.TOO_SLOW: "right, but too slow",
    Expected.WRONG: "WA",
    Expected.TOO_MUCH_MEMORY: "MLE, or memory exceeds",
    Expected.RUNTIME_ERROR: "RTE",
}


def matches(expected: Expected, report: Report) -> bool:
    failing = {case.verdict for case in report.cases} - {Verdict.AC}
    exceeding = {family.resource for family in report.families if family.outcome is Outcome.EXCEEDS}
    match expected:
        case Expected.ACCEPTED:
            return report.verdict is Verdict.AC and report.growth is not Outcome.EXCEEDS
        case Expected.TOO_SLOW:
            slow = bool(exceeding & {Resource.TIME, Resource.PROBES, Resource.STEPS}) or Verdict.TLE in failing
            return report.verdict in (Verdict.AC, Verdict.TLE) and failing <= {Verdict.TLE} and slow
        case Expected.WRONG:
            return report.verdict is Verdict.WA
        case Expected.TOO_MUCH_MEMORY:
            large = Resource.MEMORY in exceeding or Verdict.MLE in failing
            return report.verdict in (Verdict.AC, Verdict.MLE) and failing <= {Verdict.MLE} and large
        case Expected.RUNTIME_ERROR:
            return report.verdict is Verdict.RTE


def margins(problem: Problem, report: Report) -> str:
    """Where an accepted submission comes too near to a limit."""
    for case in report.cases:
        if case.cpu_limit_ns and case.cpu_ns > TIME_SHARE * case.cpu_limit_ns:
            seconds = f"{case.cpu_ns / 1e9:.2f} s of {case.cpu_limit_ns / 1e9:.2f} s"
            return f"too near to the time limit on {sized(case.name, case.size)}: {seconds}, at most a third is wanted"
        limit = problem.spec.limits.memory_mb
        if case.memory_bytes > MEMORY_SHARE * limit * MIB:
            mb = f"{case.memory_bytes / MIB:.0f} MB of {limit:.0f} MB"
            return f"too near to the memory limit on {sized(case.name, case.size)}: {mb}, at most two thirds are wanted"
    return ""
