"""How figures and outcomes are written on a page: filters and tables for the templates."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import NamedTuple

from flask import Flask
from markupsafe import Markup, escape

from judge.claim import HOLDS
from judge.counterexample import told
from judge.growth import evidence
from judge.growth.draw import by_counts, counts_table, growth_table
from judge.growth.explain import class_said
from judge.records import ClockMode, ProblemStatus, ScoreRow, Talk
from judge.report import Claim, FamilyGrowth, Outcome, Report, Resource, Tier, Verdict
from judge.sentence import group
from judge.talk import ending
from web import difference, tables
from web.plot import counts_plot, cpu_limit, plot


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
NOT_ASKED = Mark("calm", "dash", "Not asked")
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


def with_code(text: str) -> Markup:
    """What stands between backticks as code; all of it escaped."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))


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


def grown_mark(report: Report) -> Mark:
    """The second half of a whole judgement."""
    return growth_mark(report.growth) if report.growth_asked else NOT_ASKED


def claim_mark(claim: Claim) -> Mark:
    tone, icon = {True: ("good", "check"), False: ("warn", "cross"), None: ("warn", "question")}[claim.holds]
    return Mark(tone, icon, HOLDS[claim.holds])


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


def ending_of(elapsed_s: float, talk: Talk) -> str:
    """Where an answer of this length ended among the parts of its card."""
    return ending(talk.spans, elapsed_s)


def register(app: Flask) -> None:
    app.jinja_env.filters.update(
        with_code=with_code,
        verdict_mark=verdict_mark,
        judged_mark=judged_mark,
        growth_mark=growth_mark,
        grown_mark=grown_mark,
        class_said=class_said,
        duration=duration,
        megabytes=megabytes,
        clock=clock,
        moment=moment,
        group=group,
        no_wrong_answer=no_wrong_answer,
        deciding_family=deciding_family,
        plot=plot,
        counts_plot=counts_plot,
        growth_table=growth_table,
        counts_table=counts_table,
        by_counts=by_counts,
        claim_mark=claim_mark,
        bare_reason=evidence.bare_reason,
        sentence_of=evidence.sentence_of,
        line_said=evidence.said_of_line,
        blamed=evidence.blamed,
        blaming=evidence.blaming,
        sureness=evidence.sureness,
        effort=evidence.effort,
        circumstances=evidence.circumstances,
        cpu_limit=cpu_limit,
        sizes_said=told.sizes_said,
        ending_of=ending_of,
        as_tables=tables.shown,
    )
    app.jinja_env.globals.update(
        difference=difference.marked, table_difference=tables.difference, STATUSES=STATUSES, TIERS=TIERS, MODES=MODES
    )
