"""What is on in a chain of rounds: a round, a break, or nothing any more. Pure functions of a Chain and the server's
now.

As an interview the rounds begin when the plan says so: a round that was finished early makes its break longer. In
practice a break lasts as planned from the end of the round, then becomes overdue ("+3:12"), and the next round begins
when the person says so, also earlier.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from judge import clock as clocks
from judge.records import Chain, Clock, ClockMode, Session


@dataclass(frozen=True, slots=True)
class Break:
    """The time between two rounds."""

    before: int  # the round that follows, from 2
    started_at: datetime
    ends_at: datetime

    def remaining(self, now: datetime) -> timedelta:
        """Negative once it is overdue, which is possible only in practice."""
        return self.ends_at - now


def planned_at(chain: Chain, number: int) -> datetime:
    """When a round begins if all goes by the plan; numbers from 1."""
    before = chain.rounds[: number - 1]
    return chain.started_at + sum((timedelta(minutes=each.minutes) + chain.pause for each in before), clocks.ZERO)


def round_number(chain: Chain, session: Session) -> int:
    """Which of the rounds a session of the chain is, from 1."""
    return next(number for number, each in enumerate(chain.sessions, 1) if each.id == session.id)


def running_round(chain: Chain, now: datetime) -> Session | None:
    last = chain.sessions[-1] if chain.sessions else None
    if last is None or chain.ended_at is not None or clocks.is_over(last.clock, now):
        return None
    return last


def break_at(chain: Chain, now: datetime) -> Break | None:
    """The break that one is in: no problem is to be seen then."""
    if is_over(chain, now) or running_round(chain, now) is not None:
        return None
    number = len(chain.sessions) + 1
    began = _ended_at(chain.sessions[-1]) if chain.sessions else chain.started_at
    return Break(number, began, planned_at(chain, number) if chain.hard else began + chain.pause)


def clock_of(chain: Chain, pause: Break) -> Clock:
    """A break as a clock, for every face."""
    mode = ClockMode.HARD if chain.hard else ClockMode.COUNTDOWN
    return Clock(mode, pause.started_at, pause.ends_at - pause.started_at)


def due_round(chain: Chain, now: datetime) -> int | None:
    """The number of the round that begins by itself, now or since a while; never in practice."""
    pause = break_at(chain, now)
    return pause.before if chain.hard and pause is not None and pause.ends_at <= now else None


def is_over(chain: Chain, now: datetime) -> bool:
    """Ended by the person, or by the end of the last round."""
    return chain.ended_at is not None or over_at(chain, now) is not None


def over_at(chain: Chain, now: datetime) -> datetime | None:
    """When the last round ended; None while there is one to come, or it runs."""
    if len(chain.sessions) < len(chain.rounds) or not clocks.is_over(chain.sessions[-1].clock, now):
        return None
    return _ended_at(chain.sessions[-1])


def _ended_at(session: Session) -> datetime:
    """Of a session that is over."""
    ended = session.clock.ended_at or clocks.hard_deadline(session.clock)
    assert ended is not None
    return ended
