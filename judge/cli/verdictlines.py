"""The end of a judgement in words: what failed, the evidence, the sentence, and one closing line."""

from __future__ import annotations

from collections.abc import Iterator

from judge.cli.terminal import cpu_time, marks, memory
from judge.growth.explain import class_said
from judge.report import CaseFinished, FamilyGrowth, Outcome, Report, Resource, Verdict

SHOWN_LINES = 12  # of an input or an answer; the page and --json have all
SHOWN_FRAME_LINES = 40  # where it is a table and a constructor


def failing_case(report: Report) -> CaseFinished | None:
    return next((case for case in report.cases if case.verdict is not Verdict.AC), None)


def case_lines(case: CaseFinished) -> Iterator[str]:
    """One failing case: why, and its texts where they may be seen."""
    size = f", n = {case.size:,}" if case.size is not None else ""
    why = f": {case.message}" if case.message else ""
    yield f"{marks().bad} {case.verdict} on {case.tier}/{case.name}{size}{why}"
    for label, text in (
        ("input", case.input),
        ("expected", case.expected),
        ("answer", case.answer),
        ("printed", case.stdout),
        ("traceback", case.traceback),
    ):
        yield from labelled(label, text, SHOWN_FRAME_LINES if case.aligned else SHOWN_LINES)


def labelled(label: str, text: str | None, most: int = SHOWN_LINES) -> Iterator[str]:
    """A text below its name, cut after some lines; nothing where there is none."""
    if not text:
        return
    yield f"  {label}:"
    lines = text.rstrip("\n").splitlines()
    yield from (f"    {line}" for line in lines[:most])
    if len(lines) > most:
        yield f"    ... {len(lines) - most} more lines"


def telling_family(report: Report) -> FamilyGrowth | None:
    """The family that stands for the growth verdict: an exceeding one first, then time before others."""
    order = {Outcome.EXCEEDS: 0, Outcome.INCONCLUSIVE: 1, Outcome.WITHIN: 2}
    families = sorted(report.families, key=lambda f: (order[f.outcome], f.resource is not Resource.TIME))
    return families[0] if families else None


def closing_line(report: Report) -> str:
    """``slowest: 0.41 s (scale/descending) · memory: 23 MB over baseline · AC, growth n log n (within)``"""
    parts = []
    if report.cases:
        slowest = max(report.cases, key=lambda case: case.cpu_ns)
        parts.append(f"slowest: {cpu_time(slowest.cpu_ns)} ({slowest.tier}/{slowest.name})")
        parts.append(f"memory: {memory(report.memory_bytes)} over baseline")
    parts.append(_verdict_words(report))
    return f" {marks().dot} ".join(parts)


def _verdict_words(report: Report) -> str:
    family = telling_family(report)
    if report.growth is None or family is None:
        return str(report.verdict)
    measured = None if report.growth is Outcome.WITHIN else family.measured
    shown = measured or class_said(family.required)
    kind = "" if family.resource is Resource.TIME else f"{family.resource} "
    return f"{report.verdict}, {kind}growth {shown} ({report.growth})"
