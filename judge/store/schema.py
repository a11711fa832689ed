"""The tables. Times are UTC microseconds, so that every database compares them alike and keeps them exactly.

clocks ─┬─ pauses
        ├─ sessions ─┐  (chains ─── rounds ─── sessions: one after another; sessions ─── takes, notes: of cards)
        └─ attempts ─┴─┬─ drafts       the code timeline: one row a revision
                       ├─ hints
                       └─ submissions ─── events
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    text,
)

REVISION = "0003"  # the newest migration: what this code expects; a test holds them together

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Moment(TypeDecorator[datetime]):
    """An aware datetime as microseconds since 1970."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else (value - EPOCH) // MICROSECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else EPOCH + value * MICROSECOND


class Span(TypeDecorator[timedelta]):
    """A timedelta as microseconds."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: timedelta | None, dialect: Dialect) -> int | None:
        return None if value is None else value // MICROSECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> timedelta | None:
        return None if value is None else value * MICROSECOND


class Source(TypeDecorator[str]):
    """What a person typed, whatever it is: NUL and lone surrogates, which no database takes as text, come back too."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else value.encode("utf-8", "surrogatepass")

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return None if value is None else bytes(value).decode("utf-8", "surrogatepass")


class Json(TypeDecorator[Any]):
    """Any JSON value, as ASCII text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        return json.dumps(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


metadata = MetaData()

clocks = Table(
    "clocks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("mode", String(16), nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("duration", Span),
    Column("ended_at", Moment),
    Column("due_at", Moment),  # a hard deadline that has not been acted upon yet; then null
)
Index("clocks_due", clocks.c.due_at)

pauses = Table(
    "pauses",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("clock_id", ForeignKey("clocks.id"), nullable=False, index=True),
    Column("started_at", Moment, nullable=False),
    Column("ended_at", Moment),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("clock_id", ForeignKey("clocks.id"), nullable=False, unique=True),
    Column("loop", String(200), nullable=False),
    Column("title", Text, nullable=False),
    Column("minutes", Json, nullable=False),  # planned, one a problem
    Column("talk", Json),  # the cards and the parts of an answer, as the loop had them; null where there are problems
)

chains = Table(
    "chains",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("loop", String(200), nullable=False),
    Column("title", Text, nullable=False),
    Column("hard", Boolean, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("pause", Span, nullable=False),  # between two rounds
    Column("plan", Json, nullable=False),  # the rounds' loops as they were at the start
    Column("ended_at", Moment),
)

rounds = Table(
    "rounds",
    metadata,
    Column("chain_id", ForeignKey("chains.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),  # from 1
    Column("session_id", ForeignKey("sessions.id"), nullable=False, unique=True),
)

takes = Table(
    "takes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("session_id", ForeignKey("sessions.id"), nullable=False, index=True),
    Column("card", Integer, nullable=False),  # from 1
    Column("started_at", Moment, nullable=False),
    Column("ended_at", Moment),
)

notes = Table(
    "notes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("session_id", ForeignKey("sessions.id"), nullable=False, index=True),
    Column("card", Integer, nullable=False),
    Column("source", Source, nullable=False),
    Column("saved_at", Moment, nullable=False),
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("clock_id", ForeignKey("clocks.id"), nullable=False, index=True),
    Column("session_id", ForeignKey("sessions.id"), index=True),
    Column("problem", String(200), nullable=False, index=True),
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("attempt_id", ForeignKey("attempts.id"), nullable=False, index=True),
    Column("source", Source, nullable=False),
    Column("saved_at", Moment, nullable=False),
    Column("language", String(32), nullable=False, server_default="python"),
)

hints = Table(
    "hints",
    metadata,
    Column("attempt_id", ForeignKey("attempts.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),  # from 1
    Column("shown_at", Moment, nullable=False),
)

submissions = Table(
    "submissions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("attempt_id", ForeignKey("attempts.id"), nullable=False, index=True),
    Column("problem", String(200), nullable=False, index=True),
    Column("mode", String(8), nullable=False),
    Column("language", String(32), nullable=False),
    Column("source", Source, nullable=False),
    Column("claim", Source),
    Column("own_cases", Json, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("elapsed", Span, nullable=False),
    Column("late", Boolean, nullable=False),
    Column("full", Boolean, nullable=False),
    Column("state", String(8), nullable=False),
    # Who judges it. `token` counts the claims: a writer with an older one is refused.
    Column("owner", String(200)),
    Column("token", Integer, nullable=False, server_default=text("0")),
    Column("heartbeat_at", Moment),
    Column("last_event", Integer, nullable=False, server_default=text("0")),  # ids ascend across claims, too
    # What was decided; the rest is in the report.
    Column("decided_at", Moment),
    Column("accepted", Boolean),
    Column("too_slow", Boolean),  # right, but not within the required growth
    Column("report", Text),
)
Index("submissions_queue", submissions.c.state, submissions.c.mode, submissions.c.id)

events = Table(
    "events",
    metadata,
    Column("submission_id", ForeignKey("submissions.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("data", Text, nullable=False),
)
