"""What is on when: pure, over chains that are made up."""

from __future__ import annotations

from datetime import timedelta

from judge.chain import break_at, due_round, is_over, over_at, planned_at, running_round
from judge.records import Chain, Clock, ClockMode, PlannedRound, Session
from tests.judge.practice_kit import NOON

ROUNDS = (PlannedRound("a", "A", 60), PlannedRound("b", "B", 45), PlannedRound("c", "C", 30))


def at(minutes: float):
    return NOON + timedelta(minutes=minutes)


def chain(*rounds: tuple[float, float | None], hard: bool = True, ended: float | None = None) -> Chain:
    """rounds: of each one that has begun, the minutes of the day at which it began and was ended."""
    mode = ClockMode.HARD if hard else ClockMode.COUNTDOWN
    sessions = [
        Session(
            number,
            planned.loop,
            planned.title,
            Clock(mode, at(began), timedelta(minutes=planned.minutes), (), None if end is None else at(end)),
            (),
        )
        for number, (planned, (began, end)) in enumerate(zip(ROUNDS, rounds, strict=False), 1)
    ]
    ended_at = None if ended is None else at(ended)
    return Chain(1, "day", "Day", hard, NOON, timedelta(minutes=15), ROUNDS, tuple(sessions), ended_at)


def test_the_plan_is_rounds_and_breaks_one_after_another():
    assert [planned_at(chain(), number) for number in (1, 2, 3)] == [at(0), at(75), at(135)]


def test_in_a_round_there_is_no_break():
    day = chain((0, None))
    assert running_round(day, at(59)) == day.sessions[0]
    assert break_at(day, at(59)) is None and due_round(day, at(59)) is None


def test_a_break_follows_the_deadline_of_a_round():
    day = chain((0, None))
    pause = break_at(day, at(60))
    assert pause is not None and running_round(day, at(60)) is None
    assert (pause.before, pause.started_at, pause.ends_at) == (2, at(60), at(75))
    assert pause.remaining(at(70)) == timedelta(minutes=5)


def test_in_an_interview_a_round_that_ends_early_makes_its_break_longer():
    pause = break_at(chain((0, 40)), at(41))
    assert pause is not None and (pause.started_at, pause.ends_at) == (at(40), at(75))


def test_in_an_interview_the_next_round_is_due_at_the_breaks_end_and_not_before():
    day = chain((0, 60))
    assert due_round(day, at(74.99)) is None
    assert due_round(day, at(75)) == due_round(day, at(500)) == 2


def test_in_practice_a_break_lasts_from_the_end_of_the_round_and_becomes_overdue():
    day = chain((0, 80), hard=False)
    pause = break_at(day, at(100))
    assert pause is not None and (pause.started_at, pause.ends_at) == (at(80), at(95))
    assert pause.remaining(at(100)) == timedelta(minutes=-5)
    assert due_round(day, at(100)) is None


def test_in_practice_a_round_runs_on_past_its_minutes():
    day = chain((0, None), hard=False)
    assert running_round(day, at(200)) == day.sessions[0] and break_at(day, at(200)) is None


def test_after_the_last_round_it_is_over_without_a_break():
    day = chain((0, 60), (75, 120), (135, None))
    assert not is_over(day, at(164)) and is_over(day, at(165))
    assert over_at(day, at(400)) == at(165)
    assert break_at(day, at(400)) is None and due_round(day, at(400)) is None


def test_what_was_ended_in_a_break_is_over():
    day = chain((0, 60), ended=65)
    assert is_over(day, at(66)) and break_at(day, at(66)) is None and due_round(day, at(99)) is None
