"""How much time is left. Pure functions of a Clock and the server's now; nothing a client says enters here.

Pauses stop the clock. A hard clock cannot be paused and stops at its deadline; the others run on, and what remains
becomes negative ("solved at +3:12").
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from judge.records import Clock, ClockMode

ZERO = timedelta(0)


def utcnow() -> datetime:
    return datetime.now(UTC)


def elapsed(clock: Clock, now: datetime) -> timedelta:
    """Time used on the clock: since its start, without pauses, up to its end. Never negative."""
    end = now if clock.ended_at is None else min(now, clock.ended_at)
    used = max(ZERO, end - clock.started_at - _paused(clock, end))
    if clock.mode is ClockMode.HARD and clock.duration is not None:
        return min(used, clock.duration)
    return used


def remaining(clock: Clock, now: datetime) -> timedelta | None:
    """What is left of the duration; negative once it is exceeded; None where there is no duration."""
    return None if clock.duration is None else clock.duration - elapsed(clock, now)


def deadline(clock: Clock, now: datetime) -> datetime | None:
    """When the duration is used up if the clock runs on from now; it moves while the clock is paused."""
    if clock.duration is None:
        return None
    end = now if clock.ended_at is None else min(now, clock.ended_at)
    return clock.started_at + clock.duration + _paused(clock, end)


def is_paused(clock: Clock) -> bool:
    return clock.ended_at is None and any(pause.ended_at is None for pause in clock.pauses)


def is_over(clock: Clock, now: datetime) -> bool:
    """Ended by the person, or a hard deadline reached. A soft deadline ends nothing."""
    if clock.ended_at is not None and clock.ended_at <= now:
        return True
    due = hard_deadline(clock)
    return due is not None and due <= now


def hard_deadline(clock: Clock) -> datetime | None:
    """The moment that a hard clock ends by itself; None for the others."""
    if clock.mode is not ClockMode.HARD or clock.duration is None:
        return None
    return clock.started_at + clock.duration


def _paused(clock: Clock, until: datetime) -> timedelta:
    """Time between the start and `until` that pauses cover."""
    spans = (min(pause.ended_at or until, until) - max(pause.started_at, clock.started_at) for pause in clock.pauses)
    return sum((max(ZERO, span) for span in spans), ZERO)
