"""Cards as rows: how long one talked, and what one noted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from judge import clock as clocks
from judge.practice.rows import added
from judge.problem.loops import Loop, card_from
from judge.records import LONGEST_SOURCE, Clock, Note, Session, Take, Talk
from judge.store import schema
from judge.store.errors import Conflict, NotFound, PracticeError, TimeUp
from judge.talk import Part, spans


def plain(loop: Loop) -> dict[str, Any] | None:
    """The cards of a loop, to keep in a session."""
    if not loop.cards:
        return None
    return {"cards": [asdict(card) for card in loop.cards], "parts": [asdict(part) for part in loop.parts]}


def load(
    connection: Connection, session_id: int, kept: Mapping[str, Any] | None, clock: Clock, now: datetime
) -> tuple[Talk, ...]:
    if kept is None:
        return ()
    parts = [Part(**part) for part in kept["parts"]]
    takes: dict[int, list[Take]] = defaultdict(list)
    table = schema.takes
    for row in connection.execute(select(table).where(table.c.session_id == session_id).order_by(table.c.id)):
        takes[row.card].append(_take(row, clock, now))
    noted = notes(connection, session_id)
    cards = [card_from(card) for card in kept["cards"]]
    return tuple(
        Talk(number, card, spans(card.seconds, parts), tuple(takes[number]), noted.get(number))
        for number, card in enumerate(cards, 1)
    )


def start(connection: Connection, session: Session, card: int, now: datetime) -> None:
    """Begin to talk about a card; whatever ran before ends. Raises TimeUp or Conflict where the clock stands."""
    check(session, card)
    if clocks.is_over(session.clock, now):
        raise TimeUp("This session is over: its timers stand still. Your notes are still saved.")
    if clocks.is_paused(session.clock):
        raise Conflict("The session's clock is paused. Resume it, then talk.")
    stop(connection, session.id, now)
    added(connection, schema.takes, {"session_id": session.id, "card": card, "started_at": now})


def stop(connection: Connection, session_id: int, now: datetime) -> None:
    """End what runs; nothing where nothing runs."""
    table = schema.takes
    running = table.update().where(table.c.session_id == session_id, table.c.ended_at.is_(None))
    connection.execute(running.values(ended_at=now))


def save_note(connection: Connection, session: Session, card: int, text: str, now: datetime) -> Note:
    """A new revision; the same text again is the same one. Also after the session: nothing typed is thrown away."""
    check(session, card)
    if len(text) > LONGEST_SOURCE:
        raise PracticeError(f"The note has {len(text):,} characters; {LONGEST_SOURCE:,} is the most that is kept.")
    last = notes(connection, session.id).get(card)
    if last is not None and last.text == text:
        return last
    added(connection, schema.notes, {"session_id": session.id, "card": card, "source": text, "saved_at": now})
    return Note(text, now)


def notes(connection: Connection, session_id: int) -> dict[int, Note]:
    """The newest of each card."""
    table = schema.notes
    newest = select(func.max(table.c.id)).where(table.c.session_id == session_id).group_by(table.c.card)
    rows = connection.execute(select(table).where(table.c.id.in_(newest)))
    return {row.card: Note(row.source, row.saved_at) for row in rows}


def history(connection: Connection, session_id: int, card: int) -> list[Note]:
    """Every revision, the oldest first."""
    table = schema.notes
    query = select(table).where(table.c.session_id == session_id, table.c.card == card).order_by(table.c.id)
    return [Note(row.source, row.saved_at) for row in connection.execute(query)]


def check(session: Session, card: int) -> None:
    """That the session has this card. Raises PracticeError or NotFound."""
    if not session.talks:
        raise PracticeError(f"Session {session.id} has problems, no cards.")
    if not 1 <= card <= len(session.talks):
        raise NotFound(f"Session {session.id} has no card {card}; it has 1 to {len(session.talks)}.")


def _take(row: Any, clock: Clock, now: datetime) -> Take:
    """Its time runs on the session's clock: a pause stops it, and so does the session's end."""
    until = min(row.ended_at or now, clock.ended_at or now)
    spent = clocks.elapsed(clock, until) - clocks.elapsed(clock, row.started_at)
    stands = clocks.is_over(clock, now) and row.ended_at is None
    return Take(row.id, row.card, row.started_at, until if stands else row.ended_at, max(clocks.ZERO, spent))
