"""Chains of rounds, as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from judge import chain as chains
from judge.practice import attempts, sessions
from judge.practice.rows import added
from judge.problem.loops import Loop, loop_from
from judge.records import Chain, ClockMode, PlannedRound
from judge.store import schema
from judge.store.errors import NotFound


def add(connection: Connection, loop: Loop, hard: bool, now: datetime) -> int:
    values = {
        "loop": loop.id,
        "title": loop.title,
        "hard": hard,
        "started_at": now,
        "pause": timedelta(minutes=loop.break_minutes),
        "plan": [asdict(each) for each in loop.rounds],
    }
    return added(connection, schema.chains, values)


def begin(connection: Connection, chain: Chain, number: int, at: datetime) -> int:
    """Make the session of a round (numbers from 1), as its loop was when the chain started; the session's id."""
    plan = connection.execute(select(schema.chains.c.plan).where(schema.chains.c.id == chain.id)).scalar_one()
    loop = loop_from(plan[number - 1])
    mode = ClockMode.HARD if chain.hard else ClockMode.COUNTDOWN
    attempts.end_open_alone(connection, loop.slugs, at)
    clock = attempts.make_clock(mode, loop.minutes, loop.minutes, at)
    session_id = sessions.add(connection, loop, clock)
    values = {"chain_id": chain.id, "number": number, "session_id": session_id}
    connection.execute(schema.rounds.insert().values(values))
    return session_id


def get(connection: Connection, chain_id: int, now: datetime) -> Chain:
    found = find(connection, now, schema.chains.c.id == chain_id)
    if not found:
        raise NotFound(f"There is no chain of rounds {chain_id}.")
    return found[0]


def unended(connection: Connection, now: datetime) -> list[Chain]:
    """Those that nobody has ended, though the last round of one may be over."""
    return find(connection, now, schema.chains.c.ended_at.is_(None))


def open_one(connection: Connection, now: datetime) -> Chain | None:
    return next((chain for chain in unended(connection, now) if not chains.is_over(chain, now)), None)


def in_break(connection: Connection, now: datetime) -> bool:
    chain = open_one(connection, now)
    return chain is not None and chains.break_at(chain, now) is not None


def find(
    connection: Connection, now: datetime, *conditions: ColumnElement[bool], limit: int | None = None
) -> list[Chain]:
    """The newest first."""
    table = schema.chains
    query = select(table).where(*conditions).order_by(table.c.id.desc()).limit(limit)
    return [_from_row(connection, row, now) for row in connection.execute(query).all()]


def end(connection: Connection, chain_id: int, at: datetime) -> None:
    """Does nothing to a chain that has ended."""
    table = schema.chains
    connection.execute(table.update().where(table.c.id == chain_id, table.c.ended_at.is_(None)).values(ended_at=at))


def _from_row(connection: Connection, row: Row[Any], now: datetime) -> Chain:
    ids = select(schema.rounds.c.session_id).where(schema.rounds.c.chain_id == row.id)
    begun = sessions.find(connection, schema.sessions.c.id.in_(ids), now=now)
    return Chain(
        id=row.id,
        loop=row.loop,
        title=row.title,
        hard=row.hard,
        started_at=row.started_at,
        pause=row.pause,
        rounds=_planned(row.plan),
        sessions=tuple(sorted(begun, key=lambda each: each.id)),
        ended_at=row.ended_at,
    )


def _planned(plan: Sequence[dict[str, Any]]) -> tuple[PlannedRound, ...]:
    return tuple(PlannedRound(each["id"], each["title"], each["minutes"]) for each in plan)
