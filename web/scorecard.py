"""A session's scorecard, as a page and as one file that needs nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from flask import render_template
from markupsafe import Markup

from judge import clock as clocks
from judge.practice import NotFound, Practice
from judge.records import Draft, Scorecard, ScoreRow, State, Submission
from web.timeline import Mark, timeline_svg
from web.words import growth_mark, verdict_mark

SHEETS = ("tokens", "base", "parts", "report", "pages", "rounds")
CSS = Path(__file__).parent / "static" / "css"


class Entry(NamedTuple):
    """One problem of the card, with its evidence."""

    row: ScoreRow
    planned_minutes: int | None
    best: Submission | None
    timeline: Markup | None


def view(practice: Practice, card: Scorecard) -> dict[str, Any]:
    """What the templates of the card need."""
    now = clocks.utcnow()
    entries = []
    waiting = 0
    for at, (row, attempt) in enumerate(zip(card.rows, card.session.attempts, strict=True)):
        submissions = practice.submissions(attempt_id=attempt.id)
        waiting += sum(each.state is not State.DONE for each in submissions)
        drawn = _timeline(card, practice.draft_history(attempt.id), submissions)
        minutes = card.session.minutes[at] if at < len(card.session.minutes) else None
        entries.append(Entry(row, minutes, _best(practice, row), drawn))
    return {
        "card": card,
        "session": card.session,
        "entries": entries,
        "is_over": clocks.is_over(card.session.clock, now),
        "waiting": waiting,
    }


def file(practice: Practice, card: Scorecard) -> str:
    """One HTML file: style inside, no script, no address of anything else."""
    style = "\n".join((CSS / f"{name}.css").read_text() for name in SHEETS)
    return render_template("scorecard_file.html", style=Markup(style), **view(practice, card))


def _best(practice: Practice, row: ScoreRow) -> Submission | None:
    if row.best_submission_id is None:
        return None
    try:
        return practice.submission(row.best_submission_id)
    except NotFound:
        return None


def _timeline(card: Scorecard, drafts: Sequence[Draft], submissions: Sequence[Submission]) -> Markup | None:
    """The text's length over the session's time, with a mark for each run and submission."""
    start = card.session.clock.started_at
    end = card.session.clock.ended_at or clocks.utcnow()
    if not drafts and not submissions:
        return None

    def seconds(when: datetime) -> float:
        return max(0.0, (when - start).total_seconds())

    marks = [Mark(seconds(each.received_at), each.mode, _tone(each), _told(each)) for each in reversed(submissions)]
    lengths = [(seconds(draft.saved_at), len(draft.source)) for draft in drafts]
    return timeline_svg(lengths, marks, max(60.0, seconds(end)))


def _tone(submission: Submission) -> str:
    if submission.report is None:
        return "calm"
    return "good" if submission.report.accepted else "bad"


def _told(submission: Submission) -> str:
    what = "run" if submission.mode == "run" else "submission"
    if submission.report is None:
        return f"{what} {submission.id}"
    told = f"{what} {submission.id}: {verdict_mark(submission.report.verdict).word}"
    growth = submission.report.growth
    return f"{told}, growth {growth_mark(growth).word.lower()}" if growth else told
