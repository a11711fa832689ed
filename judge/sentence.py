"""The report's sentence: what a person reads first. Pure."""

from __future__ import annotations

from judge.gist import gist
from judge.growth.evidence import bare_reason, sentence_of
from judge.growth.explain import class_said
from judge.report import CaseFinished, FamilyGrowth, Outcome, Report, Tier, TierCount, Verdict

_TIER_NAMES = {
    Tier.SAMPLE: "sample",
    Tier.OWN: "own",
    Tier.EDGE: "edge",
    Tier.ADVERSARIAL: "adversarial",
    Tier.SCALE: "scale",
}
_HEADS = {
    Verdict.WA: "Wrong answer",
    Verdict.TLE: "Too slow",
    Verdict.MLE: "Too much memory",
    Verdict.OLE: "Too much output",
    Verdict.RTE: "Runtime error",
    Verdict.CE: "Does not build",
    Verdict.JE: "Landau failed; this does not count against you",
}


def place(case: CaseFinished) -> str:
    """Where: `scale/descending, n = 160 000`; samples and own cases by their name alone."""
    if case.tier in (Tier.SAMPLE, Tier.OWN):
        return case.name
    where = f"{case.tier}/{case.family or case.name}"
    return f"{where}, n = {group(case.size)}" if case.size is not None else where


def group(number: int) -> str:
    """Digits in groups of three, by a thin, unbreakable space."""
    return f"{number:,}".replace(",", "\u202f")


def sentence(report: Report) -> str:
    """What happened, in words; `report.sentence` itself is not read."""
    if report.built is not None and not report.built.ok:
        return f"{_HEADS[Verdict.CE]}: {gist(report.built.message) or 'the text is not a program'}"
    right = report.verdict is Verdict.AC
    failed = None if right else next((case for case in report.cases if case.verdict is report.verdict), None)
    if report.verdict is Verdict.JE:
        return f"{_HEADS[Verdict.JE]}: {failed.message if failed else 'see the log'}"
    if report.mode == "run":
        return _run_sentence(report, failed)
    steep = [family for family in report.families if family.outcome is Outcome.EXCEEDS]
    only_limits = all(case.verdict in (Verdict.AC, Verdict.TLE, Verdict.MLE) for case in report.cases)
    if steep and only_limits:
        return _steep_sentence(report, steep[0], failed)
    if report.verdict is Verdict.AC:
        return _accepted_sentence(report)
    assert failed is not None
    return f"{_HEADS[report.verdict]} on {place(failed)}{_reason(failed)}. {_tally(report.tiers)}{_flat_note(report)}"


def _run_sentence(report: Report, failed: CaseFinished | None) -> str:
    counts = ", ".join(f"{count.passed}/{count.total} {_plural(count)} passed" for count in report.tiers)
    counts = counts or "nothing was run"
    if failed is None:
        return f"{counts}; hidden tests not run."
    return f"{_HEADS[report.verdict]} on {place(failed)}{_reason(failed)}. {counts}; hidden tests not run."


def _steep_sentence(report: Report, steep: FamilyGrowth, failed: CaseFinished | None) -> str:
    what = "too much memory" if steep.resource == "memory" else "too slow"
    stop = f" {failed.message[:1].upper()}{failed.message[1:]} on {place(failed)}." if failed else ""
    return f"Correct, but {what}: {bare_reason(steep).rstrip('.')} (on {steep.family}).{stop}"


def _accepted_sentence(report: Report) -> str:
    total = sum(count.total for count in report.tiers)
    head = f"Accepted: all {total} cases are right"
    if report.growth is Outcome.WITHIN:
        time = next((family for family in report.families if family.resource != "memory"), report.families[0])
        grows = "does not grow" if time.required == "1" else "grows as it may"
        return f"{head}, and the cost {grows} ({class_said(time.required)} on every family)."
    if report.growth is Outcome.INCONCLUSIVE:
        doubt = next(family for family in report.families if family.outcome is Outcome.INCONCLUSIVE)
        settle = f" {sentence_of(doubt.settle)}" if doubt.settle else ""
        return f"{head}; growth is inconclusive: {doubt.reason.rstrip('.')} (on {doubt.family}).{settle}"
    return f"{head}; {'growth was not measured' if report.growth_asked else 'nothing grows in this task'}."


def _flat_note(report: Report) -> str:
    if report.verdict is Verdict.TLE and report.growth is Outcome.WITHIN:
        return " The growth is as it may be: the constant is what is too large."
    return ""


def _reason(case: CaseFinished) -> str:
    return f": {case.message.rstrip('.')}" if case.message else ""


def _tally(tiers: list[TierCount]) -> str:
    if not tiers:
        return ""
    last = tiers[-1]
    return f"{last.passed} of {last.total} {_plural(last)} passed."


def _plural(count: TierCount) -> str:
    name = _TIER_NAMES[count.tier]
    if count.tier is Tier.SAMPLE:
        return "sample" if count.total == 1 else "samples"
    return f"{name} case" if count.total == 1 else f"{name} cases"
