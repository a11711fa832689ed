"""The queue of submissions: who judges which, told in rows.

A claim takes a submission for one owner and counts its token up. Every write of the judging names that token, so one
who was given up for dead and comes back late is refused: a submission is judged by one owner, and decided once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, case, delete, select

from judge.practice import submissions
from judge.practice.owner import is_dead
from judge.records import State, Submission
from judge.report import EVENT, Decided, Event, Outcome, Report, Stage, Verdict
from judge.store import schema
from judge.store.errors import Conflict

LEASE = timedelta(seconds=30)  # an owner on another host that is silent for so long is dead
MOST_CLAIMS = 3  # a submission that takes its judge down so often is not tried again
TABLE = schema.submissions


@dataclass(frozen=True, slots=True)
class Claimed:
    submission: Submission
    token: int


class ClaimLost(Conflict):
    """Another owner has the submission now; stop judging it."""


def next_queued(connection: Connection) -> int | None:
    """Runs first: somebody waits before the screen for a second's work."""
    order = case((TABLE.c.mode == "run", 0), else_=1)
    query = select(TABLE.c.id).where(TABLE.c.state == State.QUEUED.value).order_by(order, TABLE.c.id).limit(1)
    return connection.execute(query).scalar()


def claim(connection: Connection, submission_id: int, owner: str, now: datetime) -> Claimed | None:
    mine = TABLE.c.id == submission_id
    values = {"state": State.JUDGING.value, "owner": owner, "token": TABLE.c.token + 1, "heartbeat_at": now}
    taken = connection.execute(TABLE.update().where(mine, TABLE.c.state == State.QUEUED.value).values(values))
    if taken.rowcount != 1:
        return None
    token = connection.execute(select(TABLE.c.token).where(mine)).scalar_one()
    return Claimed(submissions.get(connection, submission_id), token)


def heartbeat(connection: Connection, submission_id: int, token: int, now: datetime) -> None:
    _update(connection, submission_id, token, heartbeat_at=now)


def record(connection: Connection, submission_id: int, token: int, event: Event, now: datetime) -> int:
    """Append an event; its number. ``Decided`` ends the judging. Raises ClaimLost."""
    _update(connection, submission_id, token, heartbeat_at=now, last_event=TABLE.c.last_event + 1)
    number = _append(connection, submission_id, event)
    if isinstance(event, Decided):
        _decide(connection, submission_id, event.report, now)
    return number


def release(connection: Connection, submission_id: int, token: int) -> None:
    """Put it back, as if it had not been claimed. Raises ClaimLost."""
    _update(connection, submission_id, token, owner=None)
    _queue_again(connection, submission_id)


def abandoned(connection: Connection, now: datetime) -> list[int]:
    """What is being judged by owners that are dead."""
    judging = select(TABLE.c.id, TABLE.c.owner, TABLE.c.heartbeat_at).where(TABLE.c.state == State.JUDGING.value)
    rows = connection.execute(judging.order_by(TABLE.c.id)).all()
    return [row.id for row in rows if is_dead(row.owner, silent=now - row.heartbeat_at, lease=LEASE)]


def requeue_abandoned(connection: Connection, now: datetime) -> list[int]:
    """Queue again what dead owners were judging; give up on what was abandoned too often. The ids that are queued."""
    again = []
    for submission_id in abandoned(connection, now):
        claims = connection.execute(select(TABLE.c.token).where(TABLE.c.id == submission_id)).scalar_one()
        if claims >= MOST_CLAIMS:
            _give_up(connection, submission_id, now)
        else:
            _queue_again(connection, submission_id)
            again.append(submission_id)
    return again


def events(connection: Connection, submission_id: int, after: int) -> list[tuple[int, Event]]:
    table = schema.events
    query = select(table.c.number, table.c.data).where(table.c.submission_id == submission_id, table.c.number > after)
    return [(row.number, EVENT.validate_json(row.data)) for row in connection.execute(query.order_by(table.c.number))]


def judge_error(submission: Submission, sentence: str) -> Report:
    """The report of a judging that failed through no fault of the person."""
    return Report(
        problem=submission.problem,
        language=submission.language,
        mode="run" if submission.mode == "run" else "submit",
        verdict=Verdict.JE,
        accepted=False,
        sentence=sentence,
    )


def is_too_slow(report: Report) -> bool:
    """Right as far as could be seen, but it grows too fast or ran out of time."""
    if report.verdict is Verdict.AC:
        return report.growth is Outcome.EXCEEDS
    failed = {one.verdict for one in report.cases} - {Verdict.AC}
    return report.verdict is Verdict.TLE and failed <= {Verdict.TLE}


def _decide(connection: Connection, submission_id: int, report: Report, now: datetime) -> None:
    values = {
        "state": State.DONE.value,
        "decided_at": now,
        "accepted": report.accepted,
        "too_slow": is_too_slow(report),
        "report": report.model_dump_json(),
    }
    connection.execute(TABLE.update().where(TABLE.c.id == submission_id).values(values))


def _append(connection: Connection, submission_id: int, event: Event) -> int:
    number = connection.execute(select(TABLE.c.last_event).where(TABLE.c.id == submission_id)).scalar_one()
    values = {"submission_id": submission_id, "number": number, "data": EVENT.dump_json(event).decode()}
    connection.execute(schema.events.insert().values(values))
    return int(number)


def _queue_again(connection: Connection, submission_id: int) -> None:
    """Old events go; the numbers go on, so that who follows the events misses none of the new ones."""
    connection.execute(delete(schema.events).where(schema.events.c.submission_id == submission_id))
    values = {"state": State.QUEUED.value, "owner": None, "heartbeat_at": None, "last_event": TABLE.c.last_event + 1}
    connection.execute(TABLE.update().where(TABLE.c.id == submission_id).values(values))
    _append(connection, submission_id, Stage(text="judging was interrupted; it begins again"))


def _give_up(connection: Connection, submission_id: int, now: datetime) -> None:
    submission = submissions.get(connection, submission_id)
    connection.execute(delete(schema.events).where(schema.events.c.submission_id == submission_id))
    connection.execute(
        TABLE.update().where(TABLE.c.id == submission_id).values(last_event=TABLE.c.last_event + 1, owner=None)
    )
    sentence = (
        f"The judge was stopped {MOST_CLAIMS} times while judging this; it does not count. Submit again to retry."
    )
    report = judge_error(submission, sentence)
    _append(connection, submission_id, Decided(report=report))
    _decide(connection, submission_id, report, now)


def _update(connection: Connection, submission_id: int, token: int, **values: object) -> None:
    mine: tuple[ColumnElement[bool], ...] = (
        TABLE.c.id == submission_id,
        TABLE.c.token == token,
        TABLE.c.state == State.JUDGING.value,
    )
    if connection.execute(TABLE.update().where(*mine).values(**values)).rowcount != 1:
        raise ClaimLost(f"Submission {submission_id} is being judged by another process now.")
