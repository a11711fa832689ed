from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.clock import deadline, elapsed, hard_deadline, is_over, is_paused, remaining
from judge.records import Clock, ClockMode, Pause
from tests.judge.practice_kit import NOON

SOFT = [ClockMode.COUNTDOWN, ClockMode.STOPWATCH, ClockMode.UNTIMED]


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


def countdown(*pauses: tuple[float, float | None], mode: ClockMode = ClockMode.COUNTDOWN) -> Clock:
    spans = tuple(Pause(NOON + minutes(a), None if b is None else NOON + minutes(b)) for a, b in pauses)
    return Clock(mode, NOON, minutes(12), spans)


def test_time_runs_from_the_start():
    clock = countdown()
    assert elapsed(clock, NOON + minutes(5)) == minutes(5)
    assert remaining(clock, NOON + minutes(5)) == minutes(7)
    assert deadline(clock, NOON + minutes(5)) == NOON + minutes(12)


def test_a_pause_stops_it_and_moves_the_deadline():
    clock = countdown((2, 5))
    assert elapsed(clock, NOON + minutes(10)) == minutes(7)
    assert deadline(clock, NOON + minutes(10)) == NOON + minutes(15)


def test_while_it_is_paused_the_deadline_moves_with_now():
    clock = countdown((2, None))
    assert is_paused(clock)
    for now in (3, 30):
        assert elapsed(clock, NOON + minutes(now)) == minutes(2)
        assert deadline(clock, NOON + minutes(now)) == NOON + minutes(now + 10)


def test_a_soft_end_ends_nothing_and_the_rest_becomes_negative():
    clock = countdown()
    now = NOON + minutes(12) + timedelta(minutes=3, seconds=12)
    assert remaining(clock, now) == -timedelta(minutes=3, seconds=12)
    assert not is_over(clock, now)


def test_a_hard_clock_is_over_at_its_deadline_and_stops_there():
    clock = countdown(mode=ClockMode.HARD)
    assert not is_over(clock, NOON + minutes(12) - timedelta(microseconds=1))
    assert is_over(clock, NOON + minutes(12))
    assert elapsed(clock, NOON + minutes(99)) == minutes(12)
    assert remaining(clock, NOON + minutes(99)) == timedelta(0)
    assert hard_deadline(clock) == NOON + minutes(12)


@pytest.mark.parametrize("mode", SOFT)
def test_only_a_hard_clock_has_a_hard_deadline(mode: ClockMode):
    assert hard_deadline(Clock(mode, NOON, minutes(1))) is None


@pytest.mark.parametrize("mode", [ClockMode.STOPWATCH, ClockMode.UNTIMED])
def test_without_a_duration_nothing_remains_and_nothing_is_due(mode: ClockMode):
    clock = Clock(mode, NOON, None)
    assert remaining(clock, NOON + minutes(1)) is None
    assert deadline(clock, NOON + minutes(1)) is None
    assert elapsed(clock, NOON + minutes(1)) == minutes(1)


def test_what_has_ended_stands_still():
    clock = Clock(ClockMode.STOPWATCH, NOON, None, ended_at=NOON + minutes(4))
    assert is_over(clock, NOON + minutes(4))
    assert elapsed(clock, NOON + minutes(50)) == minutes(4)


def test_a_system_clock_set_back_shows_no_negative_time():
    assert elapsed(countdown(), NOON - minutes(5)) == timedelta(0)


@st.composite
def clocks_and_moments(draw: st.DrawFn) -> tuple[Clock, float, float]:
    """A clock with pauses one after another (the last may run), and two moments after all of them began."""
    cuts = sorted(draw(st.lists(st.integers(0, 1000), max_size=7, unique=True)))
    ends = [*cuts[1::2], None] if len(cuts) % 2 else cuts[1::2]
    clock = countdown(*zip(cuts[::2], ends, strict=True))
    last = cuts[-1] if cuts else 0
    first, second = sorted(draw(st.tuples(st.integers(last, 2000), st.integers(last, 2000))))
    return clock, first, second


@given(clocks_and_moments())
def test_elapsed_grows_with_time_unless_it_is_paused(drawn: tuple[Clock, float, float]):
    clock, first, second = drawn
    grown = elapsed(clock, NOON + minutes(second)) - elapsed(clock, NOON + minutes(first))
    assert grown == (timedelta(0) if is_paused(clock) else minutes(second - first))


@given(clocks_and_moments())
def test_what_remains_is_the_way_to_the_deadline(drawn: tuple[Clock, float, float]):
    clock, moment, _ = drawn
    now = NOON + minutes(moment)
    due = deadline(clock, now)
    assert due is not None
    assert remaining(clock, now) == due - now
