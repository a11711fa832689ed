"""A clock in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from judge.cli.terminal import duration
from judge.clock import elapsed, is_over, remaining
from judge.records import Clock, ClockMode


def clock_line(clock: Clock, now: datetime | None = None) -> str:
    """``12:03 left of 20:00``, ``7:57 on the stopwatch``, ``time was up 3:12 ago``."""
    now = now or datetime.now(UTC)
    used, left = elapsed(clock, now), remaining(clock, now)
    if clock.ended_at is not None:
        return f"ended after {duration(used)}"
    paused = " (paused)" if clock.pauses and clock.pauses[-1].ended_at is None else ""
    if clock.mode is ClockMode.UNTIMED:
        return "no clock"
    if left is None or clock.duration is None:
        return f"{duration(used)} on the stopwatch{paused}"
    if left <= timedelta(0) or is_over(clock, now):
        return f"time was up {duration(-left)} ago" if left < timedelta(0) else "time is up"
    return f"{duration(left)} left of {duration(clock.duration)}{paused}"
