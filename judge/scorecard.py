"""A session's scorecard: a pure fold of the session and what was submitted in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from judge import clock as clocks
from judge.problem.model import Problem
from judge.records import Attempt, Scorecard, ScoreRow, Session, State, Submission
from judge.report import FamilyGrowth, Outcome, Report, Resource, Verdict

WORST = {Outcome.EXCEEDS: 2, Outcome.INCONCLUSIVE: 1, Outcome.WITHIN: 0}


def fold(
    session: Session, submissions: Sequence[Submission], problems: Mapping[str, Problem], now: datetime
) -> Scorecard:
    """submissions: of the session's attempts, in any order. problems: by slug; one may be missing."""
    in_order = sorted(submissions, key=lambda one: one.id)
    rows = tuple(
        _row(attempt, [one for one in in_order if one.attempt_id == attempt.id], problems.get(attempt.problem))
        for attempt in session.attempts
    )
    return Scorecard(
        session=session,
        rows=rows,
        accepted=sum(row.first_accepted is not None for row in rows),
        total=len(rows),
        used=clocks.elapsed(session.clock, now),
        notes=_notes(session, in_order, now),
    )


def _row(attempt: Attempt, mine: list[Submission], problem: Problem | None) -> ScoreRow:
    """What is late, or failed through the judge's fault, counts neither for nor against the person."""
    counting = [one for one in mine if not one.late]
    submitted = [one for one in counting if one.mode == "submit" and not _judge_failed(one)]
    judged = [one for one in submitted if one.report is not None]
    accepted = [one for one in judged if one.report is not None and one.report.accepted]
    best = next(iter([*accepted, *reversed(judged)]), None)
    report = best.report if best else None
    growth = problem.spec.growth if problem else None
    return ScoreRow(
        problem=attempt.problem,
        title=problem.spec.title if problem else attempt.problem,
        verdict=report.verdict.value if report else None,
        growth=report.growth.value if report and report.growth else None,
        claimed_time=_claimed(report, Resource.TIME),
        claimed_space=_claimed(report, Resource.MEMORY),
        measured_time=_measured(report, Resource.TIME),
        measured_space=_measured(report, Resource.MEMORY),
        required_time=growth.time if growth else "",
        required_space=growth.space if growth else None,
        first_run=counting[0].elapsed if counting else None,
        first_accepted=accepted[0].elapsed if accepted else None,
        submissions=len(submitted),
        runs=sum(one.mode == "run" for one in counting),
        hints=attempt.hints_shown,
        memory_bytes=report.memory_bytes if report else None,
        sentence=report.sentence if report else _unjudged(counting),
        best_submission_id=best.id if best else None,
    )


def _judge_failed(one: Submission) -> bool:
    return one.report is not None and one.report.verdict is Verdict.JE


def _unjudged(counting: list[Submission]) -> str:
    submitted = [one for one in counting if one.mode == "submit"]
    if any(one.state is not State.DONE for one in submitted):
        return "Not judged yet."
    if submitted:
        return "The judge failed on this one; it does not count against you."
    return "Run, but not submitted." if counting else "Not submitted."


def _claimed(report: Report | None, resource: Resource) -> str | None:
    claims = report.claims if report else []
    return next((claim.claimed for claim in claims if claim.resource is resource), None)


def _measured(report: Report | None, resource: Resource) -> str | None:
    """Of the families that measured it, what the worst one showed."""
    families = [one for one in report.families if one.resource is resource and one.measured] if report else []
    worst: FamilyGrowth | None = max(
        families, key=lambda one: (WORST[one.outcome], one.exponent if one.exponent is not None else 0.0), default=None
    )
    return worst.measured if worst else None


def _notes(session: Session, submissions: list[Submission], now: datetime) -> list[str]:
    notes = []
    waiting = sum(one.state is not State.DONE for one in submissions if one.mode == "submit")
    late = sum(one.late for one in submissions if one.mode == "submit")
    faults = sum(_judge_failed(one) for one in submissions)
    left = clocks.remaining(session.clock, now)
    pauses = len(session.clock.pauses)
    if session.talks:
        notes.append("Nothing here is judged: the times are the timer's, the notes are yours.")
    if waiting:
        notes.append(f"{_count(waiting, 'submission')} not judged yet: this card will change.")
    if late:
        notes.append(f"{_count(late, 'submission')} after the deadline: judged, not counted.")
    if faults:
        notes.append(f"{_count(faults, 'submission')} on which the judge itself failed: not counted.")
    if pauses:
        notes.append(f"The clock was paused {_count(pauses, 'time')}.")
    if left is not None and left < clocks.ZERO:
        minutes, seconds = divmod(int(-left.total_seconds()), 60)
        notes.append(f"{minutes}:{seconds:02d} over the planned time.")
    return notes


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
