"""How figures and outcomes are written on a page: filters and tables for the templates."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from flask import Flask
from judge.growth.plot import growth_svg
from markupsafe import Markup

from judge.records import ClockMode, ProblemStatus, ScoreRow
from judge.report import FamilyGrowth, Outcome, Report, Resource, Role, Tier, Verdict
from judge.sentence import group
from web import difference


class Mark(NamedTuple):
    """Never colour alone: a tone for the eye, an icon and a word for everybody."""

    tone: str  # good, bad, warn, calm
    icon: str  # a name in templates/icons.html
    word: str


VERDICTS = {
    Verdict.AC: Mark("good", "check", "Right"),
    Verdict.WA: Mark("bad", "cross", "Wrong answer"),
    Verdict.TLE: Mark("bad", "clock", "Time limit"),
    Verdict.MLE: Mark("bad", "memory", "Memory limit"),
    Verdict.OLE: Mark("bad", "cross", "Output limit"),
    Verdict.RTE: Mark("bad", "bolt", "Runtime error"),
    Verdict.CE: Mark("bad", "bolt", "Does not build"),
    Verdict.JE: Mark("warn", "alert", "Judge's fault"),
}
GROWTHS = {
    Outcome.WITHIN: Mark("good", "check", "Within"),
    Outcome.EXCEEDS: Mark("bad", "steep", "Exceeds"),
    Outcome.INCONCLUSIVE: Mark("warn", "question", "Inconclusive"),
}
NOT_MEASURED = Mark("calm", "dash", "Not measured")
STATUSES = {
    ProblemStatus.TODO: Mark("calm", "circle", "To do"),
    ProblemStatus.TRIED: Mark("warn", "half", "Tried"),
    ProblemStatus.TOO_SLOW: Mark("bad", "steep", "Right but too slow"),
    ProblemStatus.SOLVED: Mark("good", "check", "Solved"),
}
TIERS = {
    Tier.SAMPLE: "Samples",
    Tier.OWN: "Own cases",
    Tier.EDGE: "Edge",
    Tier.ADVERSARIAL: "Adversarial",
    Tier.SCALE: "Scale",
}
MODES = {
    ClockMode.COUNTDOWN: "Countdown",
    ClockMode.STOPWATCH: "Stopwatch",
    ClockMode.UNTIMED: "Untimed",
    ClockMode.HARD: "Interview",
}


ACCEPTED = Mark("good", "check", "Accepted")


def verdict_mark(verdict: str) -> Mark:
    """Of one case, or the first half of a judgement: right is not yet accepted."""
    return VERDICTS[Verdict(verdict)]


def judged_mark(judged: Report | ScoreRow) -> Mark:
    """The first half of a whole judgement: "Accepted" only where growth does not exceed either."""
    if isinstance(judged, Report) and judged.mode == "run":
        return Mark("good", "check", "All pass") if judged.accepted else verdict_mark(judged.verdict)
    if judged.verdict == Verdict.AC and judged.growth != Outcome.EXCEEDS:
        return ACCEPTED
    return verdict_mark(judged.verdict or Verdict.JE)


def growth_mark(outcome: str | None) -> Mark:
    return GROWTHS[Outcome(outcome)] if outcome else NOT_MEASURED


def no_wrong_answer(report: Report) -> bool:
    """Stopped by limits alone: a time limit says nothing about right or wrong."""
    limits = (Verdict.TLE, Verdict.MLE)
    return report.verdict in limits and all(case.verdict in (Verdict.AC, *limits) for case in report.cases)


def deciding_family(report: Report) -> FamilyGrowth | None:
    """The family that the headline speaks of: of those with the report's outcome, time before the others, and then
    the one that grew most beyond the reference."""
    deciding = [family for family in report.families if family.outcome is report.growth]
    return max(deciding, key=lambda family: (family.resource is Resource.TIME, family.slope or 0.0), default=None)


def duration(ns: float | None) -> str:
    """CPU time at three digits: "0.42 ms", "41 ms", "3.10 s"."""
    if ns is None:
        return "–"
    if ns < 10_000_000:
        return f"{ns / 1e6:.2f} ms"
    if ns < 1_000_000_000:
        return f"{ns / 1e6:.0f} ms"
    return f"{ns / 1e9:.2f} s"


def megabytes(size: float | None) -> str:
    """Memory over the baseline, in megabytes of 10^6 bytes."""
    if size is None:
        return "–"
    mega = size / 1e6
    return f"{mega:.1f} MB" if mega < 100 else f"{mega:.0f} MB"


def quantity(value: float | None, resource: str) -> str:
    if resource == Resource.TIME:
        return duration(value)
    if resource == Resource.MEMORY:
        return megabytes(value)
    return "–" if value is None else group(int(value))


def clock(span: timedelta | float | None) -> str:
    """Minutes and seconds, "12:03", with hours from one hour on."""
    if span is None:
        return "–"
    seconds = int(span.total_seconds() if isinstance(span, timedelta) else span)
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def moment(when: datetime) -> str:
    """The day and minute in UTC; a script on the page puts it in the reader's zone."""
    return f"{when:%Y-%m-%d %H:%M} UTC"


class CurveRow(NamedTuple):
    """One size of a growth table."""

    size: int
    own: str
    reference: str
    ratio: str


def curve_rows(growth: FamilyGrowth) -> list[CurveRow]:
    """The plot's figures as a table: the least of the runs with the most, the reference's least, and their ratio."""
    by_role = {role: {p.size: p for p in growth.points if p.role is role} for role in Role}
    rows = []
    for size in sorted({point.size for point in growth.points}):
        own, reference = by_role[Role.SUBMISSION].get(size), by_role[Role.REFERENCE].get(size)
        own_least = min(own.values, default=None) if own else None
        reference_least = min(reference.values, default=None) if reference else None
        text = quantity(own_least, growth.resource)
        if own and own_least is not None:
            if own.censored:
                text = f"over {text}"
            elif max(own.values) > own_least:
                text = f"{text} – {quantity(max(own.values), growth.resource)}"
        ratio = f"{own_least / reference_least:.2f}" if own_least and reference_least else "–"
        rows.append(CurveRow(size, text, quantity(reference_least, growth.resource), ratio))
    return rows


def register(app: Flask) -> None:
    app.jinja_env.filters.update(
        verdict_mark=verdict_mark,
        judged_mark=judged_mark,
        growth_mark=growth_mark,
        duration=duration,
        megabytes=megabytes,
        quantity=quantity,
        clock=clock,
        moment=moment,
        group=group,
        curve_rows=curve_rows,
        no_wrong_answer=no_wrong_answer,
        deciding_family=deciding_family,
        plot=lambda growth: Markup(growth_svg(growth)),
    )
    app.jinja_env.globals.update(
        difference=difference.marked, STATUSES=STATUSES, TIERS=TIERS, MODES=MODES, NOT_MEASURED=NOT_MEASURED
    )
