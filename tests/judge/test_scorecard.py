from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from judge.records import Attempt, Clock, ClockMode, Pause, Session, State, Submission
from judge.report import Claim, FamilyGrowth, Outcome, Report, Resource, Verdict
from judge.scorecard import fold
from tests.judge.practice_kit import NOON, make_problem, make_report

HOUR = timedelta(hours=1)
CLOCK = Clock(ClockMode.COUNTDOWN, NOON, HOUR, ended_at=NOON + HOUR / 2)
SESSION = Session(
    1,
    "kit/r1",
    "A round",
    CLOCK,
    (Attempt(1, "alpha", CLOCK, 1, hints_shown=2), Attempt(2, "gone", CLOCK, 1)),
    (15, 30),
)
PROBLEMS = {"alpha": make_problem("alpha")}


def sent(number: int, report: Report | None, minute: int, *, mode: str = "submit", late: bool = False) -> Submission:
    elapsed = timedelta(minutes=minute)
    state = State.DONE if report else State.QUEUED
    return Submission(number, 1, "alpha", mode, "x", NOON + elapsed, state, report=report, late=late, elapsed=elapsed)


def row_of(*submissions: Submission, session: Session = SESSION):
    return fold(session, submissions, PROBLEMS, NOON + HOUR).rows[0]


def growth(outcome: Outcome, measured: str, resource: Resource = Resource.TIME, exponent: float = 1.0) -> FamilyGrowth:
    return FamilyGrowth(
        family=measured,
        resource=resource,
        required="n",
        outcome=outcome,
        points=[],
        exponent=exponent,
        measured=measured,
    )


def test_nothing_was_submitted():
    card = fold(SESSION, [], PROBLEMS, NOON + HOUR)
    assert (card.accepted, card.total, card.used, card.notes) == (0, 2, HOUR / 2, [])
    row, gone = card.rows
    assert (row.title, row.required_time, row.required_space, row.hints) == ("Alpha", "n", "1", 2)
    assert (row.verdict, row.first_run, row.sentence, row.best_submission_id) == (None, None, "Not submitted.", None)
    assert (gone.title, gone.required_time) == ("gone", "")


def test_the_first_accepted_is_the_best_whatever_follows():
    row = row_of(
        sent(4, make_report(Verdict.WA), 20),
        sent(1, make_report(Verdict.WA), 5),
        sent(2, make_report(Verdict.AC, memory_bytes=7), 9),
        sent(3, make_report(Verdict.AC, memory_bytes=8), 15),
    )
    assert (row.best_submission_id, row.verdict, row.memory_bytes, row.submissions) == (2, "AC", 7, 4)
    assert row.first_accepted == timedelta(minutes=9)
    assert row.first_run == timedelta(minutes=5)


def test_without_an_accepted_one_the_last_counts():
    exceeding = make_report(Verdict.AC, Outcome.EXCEEDS)
    row = row_of(sent(1, make_report(Verdict.WA), 5), sent(2, exceeding, 9))
    assert (row.best_submission_id, row.verdict, row.growth, row.first_accepted) == (2, "AC", "exceeds", None)


def test_a_run_is_the_first_run_and_never_the_best():
    row = row_of(sent(1, make_report(Verdict.AC), 2, mode="run"), sent(2, make_report(Verdict.WA), 9))
    assert (row.runs, row.submissions, row.first_run) == (1, 1, timedelta(minutes=2))
    assert (row.verdict, row.first_accepted) == ("WA", None)
    assert row_of(sent(1, make_report(), 2, mode="run")).sentence == "Run, but not submitted."


def test_what_was_late_does_not_count_and_is_noted():
    late = sent(2, make_report(Verdict.AC), 60, late=True)
    row = row_of(sent(1, make_report(Verdict.WA), 9), late)
    assert (row.verdict, row.submissions, row.first_accepted) == ("WA", 1, None)
    card = fold(SESSION, [late], PROBLEMS, NOON + HOUR)
    assert card.notes == ["1 submission after the deadline: judged, not counted."]
    assert card.accepted == 0


def test_the_judges_fault_counts_against_nobody():
    fault = sent(2, make_report(Verdict.JE), 9)
    row = row_of(sent(1, make_report(Verdict.WA), 5), fault)
    assert (row.verdict, row.submissions) == ("WA", 1)
    alone = row_of(fault)
    assert (alone.verdict, alone.submissions) == (None, 0)
    assert "does not count against you" in alone.sentence
    assert fold(SESSION, [fault], PROBLEMS, NOON + HOUR).notes == [
        "1 submission on which the judge itself failed: not counted."
    ]


def test_what_is_not_judged_yet_is_said():
    card = fold(SESSION, [sent(1, None, 5), sent(2, None, 6)], PROBLEMS, NOON + HOUR)
    assert card.rows[0].sentence == "Not judged yet."
    assert card.rows[0].submissions == 2
    assert card.notes == ["2 submissions not judged yet: this card will change."]


def test_claimed_measured_and_required_stand_side_by_side():
    report = make_report(Verdict.AC, Outcome.EXCEEDS).model_copy(
        update={
            "families": [
                growth(Outcome.WITHIN, "n", exponent=1.0),
                growth(Outcome.EXCEEDS, "about n^1.97", exponent=1.97),
                growth(Outcome.INCONCLUSIVE, "about n^3", exponent=3.0),
                growth(Outcome.WITHIN, "constant", Resource.MEMORY, 0.0),
            ],
            "claims": [
                Claim(resource=Resource.TIME, claimed="n log n"),
                Claim(resource=Resource.MEMORY, claimed="n"),
            ],
        }
    )
    row = row_of(sent(1, report, 5))
    assert (row.claimed_time, row.measured_time, row.required_time) == ("n log n", "about n^1.97", "n")
    assert (row.claimed_space, row.measured_space, row.required_space) == ("n", "constant", "1")


def test_pauses_and_time_over_the_plan_are_noted():
    pauses = (Pause(NOON, NOON + timedelta(minutes=1)),)
    clock = replace(CLOCK, pauses=pauses, ended_at=NOON + timedelta(minutes=64, seconds=12))
    card = fold(replace(SESSION, clock=clock), [], PROBLEMS, NOON + 3 * HOUR)
    assert card.notes == ["The clock was paused 1 time.", "3:12 over the planned time."]
    assert card.used == timedelta(minutes=63, seconds=12)
