"""Attempts and their clocks, as rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, func, select

from judge import clock as clocks
from judge.practice.rows import added
from judge.records import Attempt, Clock, ClockMode, Pause
from judge.store import schema
from judge.store.errors import Conflict, NotFound, PracticeError

LONGEST_MINUTES = 24 * 60


def find(connection: Connection, *conditions: ColumnElement[bool]) -> list[Attempt]:
    """Attempts in the order in which they were made."""
    query = select(schema.attempts).where(*conditions).order_by(schema.attempts.c.id)
    rows = connection.execute(query).all()
    ids = [row.id for row in rows]
    on_clock = load_clocks(connection, {row.clock_id for row in rows})
    hints, tries = schema.hints.c, schema.submissions.c
    shown = select(hints.attempt_id, func.count()).where(hints.attempt_id.in_(ids)).group_by(hints.attempt_id)
    hints_shown: dict[int, int] = {row[0]: row[1] for row in connection.execute(shown)}
    first = select(tries.attempt_id, func.min(tries.received_at)).where(tries.attempt_id.in_(ids))
    firsts = first.group_by(tries.attempt_id)
    first_run = {row[0]: row[1] for row in connection.execute(firsts)}
    solved = firsts.where(tries.mode == "submit", tries.accepted, ~tries.late)
    accepted = {row[0]: row[1] for row in connection.execute(solved)}
    return [
        Attempt(
            id=row.id,
            problem=row.problem,
            clock=on_clock[row.clock_id],
            session_id=row.session_id,
            first_run_at=first_run.get(row.id),
            accepted_at=accepted.get(row.id),
            hints_shown=hints_shown.get(row.id, 0),
        )
        for row in rows
    ]


def get(connection: Connection, attempt_id: int) -> Attempt:
    found = find(connection, schema.attempts.c.id == attempt_id)
    if not found:
        raise NotFound(f"There is no attempt {attempt_id}.")
    return found[0]


def newest_open(connection: Connection, slug: str, now: datetime) -> Attempt | None:
    mine = find(connection, schema.attempts.c.problem == slug, _clock_not_ended())
    return next((attempt for attempt in reversed(mine) if not clocks.is_over(attempt.clock, now)), None)


def add(connection: Connection, slug: str, clock_id: int, session_id: int | None = None) -> int:
    values = {"problem": slug, "clock_id": clock_id, "session_id": session_id}
    return added(connection, schema.attempts, values)


def end_open_alone(connection: Connection, slugs: Iterable[str], now: datetime) -> None:
    """A fresh start ends what was open on the same problems outside a session."""
    conditions = (schema.attempts.c.problem.in_(list(slugs)), schema.attempts.c.session_id.is_(None))
    for attempt in find(connection, *conditions, _clock_not_ended()):
        end_clock(connection, clock_id(connection, attempt.id), now)


def clock_id(connection: Connection, attempt_id: int) -> int:
    found = connection.execute(select(schema.attempts.c.clock_id).where(schema.attempts.c.id == attempt_id)).scalar()
    if found is None:
        raise NotFound(f"There is no attempt {attempt_id}.")
    return int(found)


def make_clock(mode: ClockMode, minutes: float | None, default_minutes: float, now: datetime) -> Clock:
    """Raises PracticeError where the minutes make no sense."""
    if mode in (ClockMode.STOPWATCH, ClockMode.UNTIMED):
        if minutes is not None:
            raise PracticeError(f"Minutes were given, but {mode} has no end. Choose countdown or hard.")
        return Clock(mode, now, None)
    wanted = default_minutes if minutes is None else minutes
    if not 0 < wanted <= LONGEST_MINUTES:  # false for nan, too
        raise PracticeError(f"The minutes must lie between 0 and {LONGEST_MINUTES}, not {wanted:g}.")
    return Clock(mode, now, timedelta(minutes=wanted))


def add_clock(connection: Connection, clock: Clock) -> int:
    values = {
        "mode": clock.mode.value,
        "started_at": clock.started_at,
        "duration": clock.duration,
        "due_at": clocks.hard_deadline(clock),
    }
    return added(connection, schema.clocks, values)


def load_clocks(connection: Connection, ids: Iterable[int]) -> dict[int, Clock]:
    wanted = list(ids)
    pauses: dict[int, list[Pause]] = defaultdict(list)
    stopped = select(schema.pauses).where(schema.pauses.c.clock_id.in_(wanted)).order_by(schema.pauses.c.id)
    for row in connection.execute(stopped):
        pauses[row.clock_id].append(Pause(row.started_at, row.ended_at))
    rows = connection.execute(select(schema.clocks).where(schema.clocks.c.id.in_(wanted)))
    return {
        row.id: Clock(ClockMode(row.mode), row.started_at, row.duration, tuple(pauses[row.id]), row.ended_at)
        for row in rows
    }


def load_clock(connection: Connection, id: int) -> Clock:
    return load_clocks(connection, [id])[id]


def end_clock(connection: Connection, id: int, now: datetime) -> None:
    """Does nothing to a clock that has ended. A hard one ends at its deadline at the latest."""
    clock = load_clock(connection, id)
    due = clocks.hard_deadline(clock)
    values = {"ended_at": now if due is None else min(now, due), "due_at": None}
    _close_pauses(connection, id, now)
    table = schema.clocks
    connection.execute(table.update().where(table.c.id == id, table.c.ended_at.is_(None)).values(values))


def pause_clock(connection: Connection, id: int, now: datetime) -> None:
    clock = load_clock(connection, id)
    if clock.mode is ClockMode.HARD:
        raise Conflict("The clock of an interview cannot be paused.")
    if clocks.is_over(clock, now):
        raise Conflict("This attempt is finished: its clock has stopped.")
    if not clocks.is_paused(clock):
        connection.execute(schema.pauses.insert().values(clock_id=id, started_at=now))


def resume_clock(connection: Connection, id: int, now: datetime) -> None:
    if clocks.is_over(load_clock(connection, id), now):
        raise Conflict("This attempt is finished: its clock has stopped.")
    _close_pauses(connection, id, now)


def due_clocks(connection: Connection, now: datetime) -> list[int]:
    """Hard clocks whose deadline has passed and has not been acted upon."""
    return list(connection.execute(select(schema.clocks.c.id).where(schema.clocks.c.due_at <= now)).scalars())


def _close_pauses(connection: Connection, id: int, now: datetime) -> None:
    table = schema.pauses
    open_ones = table.update().where(table.c.clock_id == id, table.c.ended_at.is_(None))
    connection.execute(open_ones.values(ended_at=now))


def _clock_not_ended() -> ColumnElement[bool]:
    ended = select(schema.clocks.c.id).where(schema.clocks.c.ended_at.is_(None))
    return schema.attempts.c.clock_id.in_(ended)
