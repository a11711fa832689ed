"""Records as JSON: what the API says. Times are ISO 8601 in UTC, spans are seconds."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from judge import chain as chains
from judge import clock as clocks
from judge.languages.host import OnHost
from judge.records import Attempt, Chain, Clock, Draft, Note, Scorecard, ScoreRow, Session, Submission, Talk


def clock_json(clock: Clock, now: datetime) -> dict[str, Any]:
    remaining = clocks.remaining(clock, now)
    deadline = clocks.deadline(clock, now)
    return {
        "mode": clock.mode.value,
        "now": now.isoformat(),
        "started_at": clock.started_at.isoformat(),
        "duration_s": clock.duration.total_seconds() if clock.duration is not None else None,
        "elapsed_s": clocks.elapsed(clock, now).total_seconds(),
        "remaining_s": remaining.total_seconds() if remaining is not None else None,
        "deadline_at": deadline.isoformat() if deadline is not None else None,
        "paused": paused(clock),
        "over": clocks.is_over(clock, now),
        "ended": clock.ended_at is not None,
    }


def paused(clock: Clock) -> bool:
    return bool(clock.pauses) and clock.pauses[-1].ended_at is None


def draft_json(draft: Draft | None) -> dict[str, Any] | None:
    if draft is None:
        return None
    return {"source": draft.source, "language": draft.language, "saved_at": draft.saved_at.isoformat()}


def language_json(found: OnHost) -> dict[str, Any]:
    language = found.language
    return {
        "name": language.name,
        "title": language.title,
        "available": found.available,
        "missing": found.missing,
        "version": found.version,
        "build_flags": list(language.build_flags),
        "run_flags": list(language.run_flags),
    }


def attempt_json(attempt: Attempt, now: datetime) -> dict[str, Any]:
    return {
        "id": attempt.id,
        "problem": attempt.problem,
        "session_id": attempt.session_id,
        "clock": clock_json(attempt.clock, now),
        "first_run_at": _iso(attempt.first_run_at),
        "accepted_at": _iso(attempt.accepted_at),
        "hints_shown": attempt.hints_shown,
    }


def submission_json(submission: Submission, *, whole: bool = False) -> dict[str, Any]:
    """`whole`: with source and report."""
    report = submission.report
    plain: dict[str, Any] = {
        "id": submission.id,
        "attempt_id": submission.attempt_id,
        "problem": submission.problem,
        "mode": submission.mode,
        "language": submission.language,
        "state": submission.state.value,
        "received_at": submission.received_at.isoformat(),
        "elapsed_s": submission.elapsed.total_seconds() if submission.elapsed is not None else None,
        "late": submission.late,
        "claim": submission.claim,
        "verdict": report.verdict.value if report else None,
        "growth": report.growth.value if report and report.growth else None,
        "accepted": report.accepted if report else None,
        "sentence": report.sentence if report else None,
    }
    if whole:
        plain["source"] = submission.source
        plain["own_cases"] = list(submission.own_cases)
        plain["report"] = report.model_dump(mode="json") if report else None
    return plain


def session_json(session: Session, now: datetime) -> dict[str, Any]:
    return {
        "id": session.id,
        "loop": session.loop,
        "title": session.title,
        "clock": clock_json(session.clock, now),
        "minutes": list(session.minutes),
        "attempts": [attempt_json(attempt, now) for attempt in session.attempts],
        "talks": [talk_json(talk) for talk in session.talks],
        "chain_id": session.chain_id,
    }


def talk_json(talk: Talk) -> dict[str, Any]:
    """A card; `takes` run on the session's clock, the one without `ended_at` up to now."""
    return {
        "number": talk.number,
        "principle": talk.card.principle,
        "prompt": talk.card.prompt,
        "seconds": talk.card.seconds,
        "follow_ups": list(talk.card.follow_ups),
        "parts": [{"name": span.name, "start_s": span.start_s, "end_s": span.end_s} for span in talk.spans],
        "takes": [
            {
                "id": take.id,
                "started_at": take.started_at.isoformat(),
                "ended_at": _iso(take.ended_at),
                "elapsed_s": take.elapsed.total_seconds(),
            }
            for take in talk.takes
        ],
        "note": note_json(talk.note),
    }


def note_json(note: Note | None) -> dict[str, Any] | None:
    return {"source": note.text, "saved_at": note.saved_at.isoformat()} if note else None


def chain_json(chain: Chain, now: datetime) -> dict[str, Any]:
    pause = chains.break_at(chain, now)
    running = chains.running_round(chain, now)
    return {
        "id": chain.id,
        "loop": chain.loop,
        "title": chain.title,
        "hard": chain.hard,
        "now": now.isoformat(),
        "started_at": chain.started_at.isoformat(),
        "rounds": [{"loop": each.loop, "title": each.title, "minutes": each.minutes} for each in chain.rounds],
        "sessions": [session.id for session in chain.sessions],
        "running": running.id if running else None,
        "break": pause
        and {
            "before": pause.before,
            "started_at": pause.started_at.isoformat(),
            "ends_at": pause.ends_at.isoformat(),
            "remaining_s": pause.remaining(now).total_seconds(),
        },
        "over": chains.is_over(chain, now),
    }


def scorecard_json(card: Scorecard, now: datetime) -> dict[str, Any]:
    return {
        "session": session_json(card.session, now),
        "accepted": card.accepted,
        "total": card.total,
        "used_s": card.used.total_seconds(),
        "notes": card.notes,
        "rows": [_score_row(row) for row in card.rows],
    }


def _score_row(row: ScoreRow) -> dict[str, Any]:
    return {
        "problem": row.problem,
        "title": row.title,
        "verdict": row.verdict,
        "growth": row.growth,
        "time": {"claimed": row.claimed_time, "measured": row.measured_time, "required": row.required_time},
        "space": {"claimed": row.claimed_space, "measured": row.measured_space, "required": row.required_space},
        "first_run_s": row.first_run.total_seconds() if row.first_run is not None else None,
        "first_accepted_s": row.first_accepted.total_seconds() if row.first_accepted is not None else None,
        "submissions": row.submissions,
        "runs": row.runs,
        "hints": row.hints,
        "memory_bytes": row.memory_bytes,
        "sentence": row.sentence,
        "best_submission_id": row.best_submission_id,
    }


def _iso(when: datetime | None) -> str | None:
    return when.isoformat() if when is not None else None
