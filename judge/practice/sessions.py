"""Sessions as rows, and what happens when a hard clock runs out."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from judge import clock as clocks
from judge.languages import UnknownLanguage, language_for
from judge.practice import attempts, submissions, talks
from judge.practice.rows import added
from judge.problem.bank import Bank, UnknownProblem
from judge.problem.faults import ProblemError
from judge.problem.loops import Loop
from judge.problem.spoken import starter_in
from judge.records import Clock, ClockMode, Draft, Session
from judge.store import schema
from judge.store.errors import NotFound


def add(connection: Connection, loop: Loop, clock: Clock) -> int:
    """A session with its attempts, in the loop's order, all on one clock."""
    clock_id = attempts.add_clock(connection, clock)
    values = {
        "clock_id": clock_id,
        "loop": loop.id,
        "title": loop.title,
        "minutes": [entry.minutes for entry in loop.entries],
        "talk": talks.plain(loop),
    }
    session_id = added(connection, schema.sessions, values)
    for entry in loop.entries:
        attempts.add(connection, entry.slug, clock_id, session_id)
    return session_id


def get(connection: Connection, session_id: int, now: datetime) -> Session:
    found = find(connection, schema.sessions.c.id == session_id, now=now)
    if not found:
        raise NotFound(f"There is no session {session_id}.")
    return found[0]


def find(
    connection: Connection, *conditions: ColumnElement[bool], limit: int | None = None, now: datetime
) -> list[Session]:
    """The newest first. now: up to when a timer that runs is read."""
    table, rounds = schema.sessions, schema.rounds
    query = select(table, rounds.c.chain_id).outerjoin(rounds, rounds.c.session_id == table.c.id)
    rows = connection.execute(query.where(*conditions).order_by(table.c.id.desc()).limit(limit)).all()
    return [_from_row(connection, row, now) for row in rows]


def open_one(connection: Connection, now: datetime) -> Session | None:
    running = select(schema.clocks.c.id).where(schema.clocks.c.ended_at.is_(None))
    found = find(connection, schema.sessions.c.clock_id.in_(running), now=now)
    return next((session for session in found if not clocks.is_over(session.clock, now)), None)


def clock_id(connection: Connection, session_id: int) -> int:
    found = connection.execute(select(schema.sessions.c.clock_id).where(schema.sessions.c.id == session_id)).scalar()
    if found is None:
        raise NotFound(f"There is no session {session_id}.")
    return int(found)


def end(connection: Connection, id: int, bank: Bank, now: datetime) -> list[int]:
    """End a clock. A hard one submits the drafts that were not: typed work counts. The new submissions' ids."""
    clock = attempts.load_clock(connection, id)
    attempts.end_clock(connection, id, now)
    for session_id in connection.execute(
        select(schema.sessions.c.id).where(schema.sessions.c.clock_id == id)
    ).scalars():
        talks.stop(connection, session_id, min(now, clocks.hard_deadline(clock) or now))
    if clock.mode is not ClockMode.HARD or clock.ended_at is not None:
        return []
    ended_at = min(now, clocks.hard_deadline(clock) or now)
    made = []
    for attempt in attempts.find(connection, schema.attempts.c.clock_id == id):
        draft = submissions.draft(connection, attempt.id, until=ended_at)
        last = submissions.last_submitted(connection, attempt.id)
        if draft is None or (last is not None and (last.source, last.language) == (draft.source, draft.language)):
            continue
        if not _untouched(bank, attempt.problem, draft):
            made.append(submissions.add(connection, attempt, draft.source, ended_at, language=draft.language))
    return made


def _untouched(bank: Bank, slug: str, draft: Draft) -> bool:
    """Whether the text is still the starter: nothing was written, so there is nothing to submit."""
    text = draft.source.strip()
    if not text:
        return True
    try:
        return text == starter_in(bank.get(slug), language_for(draft.language)).strip()
    except (UnknownProblem, ProblemError, UnknownLanguage):
        return False


def _from_row(connection: Connection, row: Row[Any], now: datetime) -> Session:
    clock = attempts.load_clock(connection, row.clock_id)
    return Session(
        id=row.id,
        loop=row.loop,
        title=row.title,
        clock=clock,
        attempts=tuple(attempts.find(connection, schema.attempts.c.session_id == row.id)),
        minutes=tuple(row.minutes),
        talks=talks.load(connection, row.id, row.talk, clock, now),
        chain_id=row.chain_id,
    )
