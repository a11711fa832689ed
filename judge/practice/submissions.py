"""Drafts and submissions, as rows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from judge import clock as clocks
from judge.practice.rows import added
from judge.records import LONGEST_SOURCE, Attempt, ClockMode, Draft, State, Submission
from judge.report import Report
from judge.store import schema
from judge.store.errors import Conflict, NotFound, PracticeError

MOST_OWN_CASES = 50
MODES = ("run", "submit")


def save_draft(connection: Connection, attempt_id: int, source: str, now: datetime, language: str) -> Draft:
    """The same text again in the same language is the same revision."""
    last = draft(connection, attempt_id)
    if last is not None and (last.source, last.language) == (source, language):
        return last
    values = {"attempt_id": attempt_id, "source": source, "saved_at": now, "language": language}
    added(connection, schema.drafts, values)
    return Draft(source, now, language)


def draft(
    connection: Connection, attempt_id: int, until: datetime | None = None, language: str | None = None
) -> Draft | None:
    """The newest; of one language, where that is named."""
    table = schema.drafts
    query = select(table).where(table.c.attempt_id == attempt_id).order_by(table.c.id.desc()).limit(1)
    if until is not None:
        query = query.where(table.c.saved_at <= until)
    if language is not None:
        query = query.where(table.c.language == language)
    row = connection.execute(query).first()
    return None if row is None else Draft(row.source, row.saved_at, row.language)


def draft_history(connection: Connection, attempt_id: int) -> list[Draft]:
    table = schema.drafts
    query = select(table).where(table.c.attempt_id == attempt_id).order_by(table.c.id)
    return [Draft(row.source, row.saved_at, row.language) for row in connection.execute(query)]


def drafts(connection: Connection, attempt_id: int) -> dict[str, Draft]:
    """The newest of each language that was written in."""
    table = schema.drafts
    newest = select(func.max(table.c.id)).where(table.c.attempt_id == attempt_id).group_by(table.c.language)
    rows = connection.execute(select(table).where(table.c.id.in_(newest)))
    return {row.language: Draft(row.source, row.saved_at, row.language) for row in rows}


def add(
    connection: Connection,
    attempt: Attempt,
    source: str,
    received_at: datetime,
    *,
    mode: str = "submit",
    language: str = "python",
    claim: str | None = None,
    own_cases: tuple[str, ...] = (),
    full: bool = False,
    late: bool = False,
) -> int:
    values = {
        "attempt_id": attempt.id,
        "problem": attempt.problem,
        "mode": mode,
        "language": language,
        "source": source,
        "claim": claim,
        "own_cases": list(own_cases),
        "received_at": received_at,
        "elapsed": clocks.elapsed(attempt.clock, received_at),
        "late": late,
        "full": full,
        "state": State.QUEUED.value,
    }
    return added(connection, schema.submissions, values)


def is_late(attempt: Attempt, now: datetime) -> bool:
    """After a hard end it is judged and does not count. Raises Conflict after a soft one: a new start is free."""
    if not clocks.is_over(attempt.clock, now):
        return False
    if attempt.clock.mode is not ClockMode.HARD:
        what = "session" if attempt.session_id is not None else "attempt"
        raise Conflict(f"This {what} is finished. Your text is saved; start again to submit it.")
    return True


def check(source: str, mode: str, own_cases: tuple[str, ...]) -> None:
    if mode not in MODES:
        raise PracticeError(f"The mode must be run or submit, not {mode!r}.")
    check_source(source)
    if len(own_cases) > MOST_OWN_CASES or sum(map(len, own_cases)) > LONGEST_SOURCE:
        raise PracticeError(f"Own cases: at most {MOST_OWN_CASES}, with {LONGEST_SOURCE:,} characters together.")


def check_source(source: str) -> None:
    if len(source) > LONGEST_SOURCE:
        raise PracticeError(f"The text has {len(source):,} characters; {LONGEST_SOURCE:,} is the most that is kept.")


def find(connection: Connection, *conditions: ColumnElement[bool], limit: int | None = None) -> list[Submission]:
    """The newest first."""
    table = schema.submissions
    query = select(table).where(*conditions).order_by(table.c.id.desc()).limit(limit)
    return [from_row(row) for row in connection.execute(query)]


def get(connection: Connection, submission_id: int) -> Submission:
    found = find(connection, schema.submissions.c.id == submission_id)
    if not found:
        raise NotFound(f"There is no submission {submission_id}.")
    return found[0]


def last_submitted(connection: Connection, attempt_id: int) -> Submission | None:
    table = schema.submissions.c
    return next(iter(find(connection, table.attempt_id == attempt_id, table.mode == "submit", limit=1)), None)


def from_row(row: Row[Any]) -> Submission:
    return Submission(
        id=row.id,
        attempt_id=row.attempt_id,
        problem=row.problem,
        mode=row.mode,
        source=row.source,
        received_at=row.received_at,
        state=State(row.state),
        language=row.language,
        claim=row.claim,
        own_cases=tuple(row.own_cases),
        report=None if row.report is None else Report.model_validate_json(row.report),
        full=row.full,
        late=row.late,
        elapsed=row.elapsed,
    )
