from __future__ import annotations

from datetime import timedelta

import pytest

from judge.clock import elapsed, is_over, is_paused, remaining
from judge.practice import Conflict, NotFound, Practice, PracticeError, TimeUp
from judge.records import ClockMode, ProblemStatus, State
from judge.report import Outcome, Verdict
from tests.judge.practice_kit import NOON, Now, decided, make_report


def judged(practice: Practice, attempt_id: int, event, mode: str = "submit") -> int:
    submission = practice.submit(attempt_id, "text", mode=mode)
    assert practice.claim(submission.id, "judge") is not None
    practice.record(submission.id, event)
    return submission.id


def test_an_attempt_has_its_problems_minutes(practice: Practice):
    attempt = practice.start_attempt("alpha")
    assert attempt.clock.mode is ClockMode.COUNTDOWN
    assert attempt.clock.duration == timedelta(minutes=12)
    assert attempt.clock.started_at == NOON
    assert practice.attempt(attempt.id) == attempt
    assert practice.open_attempt("alpha") == attempt
    assert practice.open_attempt("beta") is None


def test_minutes_can_be_chosen_where_there_is_an_end(practice: Practice):
    assert practice.start_attempt("alpha", ClockMode.HARD, 30).clock.duration == timedelta(minutes=30)
    assert practice.start_attempt("alpha", ClockMode.STOPWATCH).clock.duration is None
    with pytest.raises(PracticeError, match="stopwatch"):
        practice.start_attempt("alpha", ClockMode.STOPWATCH, 5)


@pytest.mark.parametrize("minutes", [0, -1, float("nan"), float("inf"), 10_000])
def test_senseless_minutes_are_refused(practice: Practice, minutes: float):
    with pytest.raises(PracticeError, match="minutes must lie"):
        practice.start_attempt("alpha", minutes=minutes)


def test_starting_again_is_fresh_and_keeps_the_old_one(practice: Practice, now: Now):
    old = practice.start_attempt("alpha")
    practice.save_draft(old.id, "old text")
    now.pass_(minutes=3)
    new = practice.start_attempt("alpha")
    assert practice.open_attempt("alpha") == new
    assert practice.draft(new.id) is None
    assert practice.draft(old.id).source == "old text"
    assert practice.attempt(old.id).clock.ended_at == now()


def test_unknown_things_are_said_by_name(practice: Practice):
    with pytest.raises(NotFound, match="nothing-such"):
        practice.start_attempt("nothing-such")
    for ask in (practice.attempt, practice.pause, practice.finish_attempt, practice.show_hint):
        with pytest.raises(NotFound, match="attempt 77"):
            ask(77)
    with pytest.raises(NotFound, match="attempt 77"):
        practice.save_draft(77, "x")
    with pytest.raises(NotFound, match="submission 77"):
        practice.submission(77)


def test_pauses_are_logged_and_stop_the_clock(practice: Practice, now: Now):
    attempt = practice.start_attempt("alpha")
    now.pass_(minutes=2)
    assert is_paused(practice.pause(attempt.id).clock)
    now.pass_(minutes=30)
    practice.pause(attempt.id)
    resumed = practice.resume(attempt.id)
    now.pass_(minutes=1)
    assert len(resumed.clock.pauses) == 1
    assert elapsed(practice.attempt(attempt.id).clock, now()) == timedelta(minutes=3)
    practice.resume(attempt.id)


def test_a_hard_clock_is_not_paused(practice: Practice):
    attempt = practice.start_attempt("alpha", ClockMode.HARD)
    with pytest.raises(Conflict, match="cannot be paused"):
        practice.pause(attempt.id)


def test_a_finished_attempt_stands_still_and_keeps_text_but_takes_no_submission(practice: Practice, now: Now):
    attempt = practice.start_attempt("alpha")
    practice.pause(attempt.id)
    now.pass_(minutes=1)
    finished = practice.finish_attempt(attempt.id)
    assert is_over(finished.clock, now())
    assert not is_paused(finished.clock)
    assert practice.open_attempt("alpha") is None
    for act in (practice.pause, practice.resume):
        with pytest.raises(Conflict, match="finished"):
            act(attempt.id)
    with pytest.raises(Conflict, match="Your text is saved"):
        practice.submit(attempt.id, "written all the same")
    assert practice.draft(attempt.id).source == "written all the same"
    assert practice.finish_attempt(attempt.id) == finished


def test_every_save_is_a_revision_and_the_same_text_is_none(practice: Practice, now: Now):
    attempt = practice.start_attempt("alpha")
    for text in ("a", "a", "b", "b", "a"):
        practice.save_draft(attempt.id, text)
        now.pass_(seconds=10)
    assert [draft.source for draft in practice.draft_history(attempt.id)] == ["a", "b", "a"]
    assert practice.draft(attempt.id).saved_at == NOON + timedelta(seconds=40)


@pytest.mark.parametrize("text", ["", "\0", "\ud800 alone", "é\r\n\t\u2028", "x" * 200_000], ids=str.__len__)
def test_any_text_comes_back_as_it_was(practice: Practice, text: str):
    attempt = practice.start_attempt("alpha")
    practice.save_draft(attempt.id, text)
    submission = practice.submit(attempt.id, text, claim=text[:10], own_cases=(text[:10],), mode="run")
    assert practice.draft(attempt.id).source == text
    assert practice.submission(submission.id).source == text
    assert practice.submission(submission.id).own_cases == (text[:10],)


def test_what_is_too_long_is_refused(practice: Practice):
    attempt = practice.start_attempt("alpha")
    with pytest.raises(PracticeError, match="1,000,001 characters"):
        practice.save_draft(attempt.id, "x" * 1_000_001)
    with pytest.raises(PracticeError, match="Own cases"):
        practice.submit(attempt.id, "x", own_cases=["1"] * 51)
    with pytest.raises(PracticeError, match="run or submit"):
        practice.submit(attempt.id, "x", mode="dance")


def test_what_is_submitted_is_queued_with_its_time(practice: Practice, now: Now):
    attempt = practice.start_attempt("alpha")
    now.pass_(minutes=4)
    submission = practice.submit(attempt.id, "text", claim="O(n)", own_cases=["x = 1"])
    assert submission.state is State.QUEUED
    assert submission.elapsed == timedelta(minutes=4)
    assert (submission.claim, submission.own_cases, submission.late) == ("O(n)", ("x = 1",), False)
    assert practice.draft(attempt.id).source == "text"
    assert practice.submissions(attempt_id=attempt.id) == [submission]
    assert practice.submissions(problem="beta") == []
    assert practice.history() == [submission]


def test_queue_time_is_nobodys(practice: Practice, now: Now):
    attempt = practice.start_attempt("alpha")
    submission = practice.submit(attempt.id, "text")
    now.pass_(hours=2)
    assert practice.claim(submission.id, "judge")
    practice.record(submission.id, decided())
    assert practice.submission(submission.id).elapsed == timedelta(0)
    assert practice.attempt(attempt.id).accepted_at == NOON


def test_history_holds_submissions_and_not_runs(practice: Practice):
    attempt = practice.start_attempt("alpha")
    practice.submit(attempt.id, "a", mode="run")
    kept = [practice.submit(attempt.id, text).id for text in "bcd"]
    assert [one.id for one in practice.history(limit=2)] == kept[:0:-1]
    assert len(practice.submissions()) == 4


def test_the_deadline_is_the_servers_and_counts_at_receipt(practice: Practice, now: Now):
    attempt = practice.start_attempt("alpha", ClockMode.HARD, 10)
    now.moment = NOON + timedelta(minutes=10) - timedelta(microseconds=1)
    in_time = practice.submit(attempt.id, "in time")
    now.pass_(seconds=5)
    late = practice.submit(attempt.id, "late")
    assert (in_time.late, late.late) == (False, True)
    for one in (in_time, late):
        practice.claim(one.id, "judge")
        practice.record(one.id, decided())
    assert practice.attempt(attempt.id).accepted_at == in_time.received_at
    assert remaining(practice.attempt(attempt.id).clock, now()) == timedelta(0)


def test_late_work_alone_solves_nothing(practice: Practice, now: Now):
    attempt = practice.start_attempt("alpha", ClockMode.HARD, 10)
    now.pass_(minutes=11)
    judged(practice, attempt.id, decided())
    assert practice.statuses()["alpha"] is ProblemStatus.TRIED
    assert practice.attempt(attempt.id).accepted_at is None


def test_at_a_hard_deadline_the_last_draft_is_submitted_once(practice: Practice, now: Now):
    attempt = practice.start_attempt("alpha", ClockMode.HARD, 10)
    practice.save_draft(attempt.id, "first")
    now.pass_(minutes=9)
    practice.save_draft(attempt.id, "last in time")
    now.pass_(minutes=2)
    practice.save_draft(attempt.id, "typed too late")
    made = practice.submit_expired_drafts()
    assert [(one.source, one.late, one.mode) for one in made] == [("last in time", False, "submit")]
    assert made[0].received_at == NOON + timedelta(minutes=10)
    assert made[0].elapsed == timedelta(minutes=10)
    assert practice.submit_expired_drafts() == []
    assert practice.attempt(attempt.id).clock.ended_at == NOON + timedelta(minutes=10)
    assert practice.draft(attempt.id).source == "typed too late"


def test_a_late_submission_does_not_pass_for_the_draft(practice: Practice, now: Now):
    """Nobody looked between the deadline and the late text: the draft in time is still what counts."""
    attempt = practice.start_attempt("alpha", ClockMode.HARD, 10)
    practice.save_draft(attempt.id, "in time")
    now.pass_(minutes=11)
    practice.submit(attempt.id, "late")
    assert [(one.source, one.late) for one in practice.submissions()] == [("late", True), ("in time", False)]


@pytest.mark.parametrize("text", ["submitted", "def double(x):\n    raise NotImplementedError", "  \n"])
def test_at_the_deadline_nothing_new_is_submitted(practice: Practice, now: Now, text: str):
    attempt = practice.start_attempt("alpha", ClockMode.HARD, 10)
    practice.submit(attempt.id, "submitted")
    if text != "submitted":
        practice.save_draft(attempt.id, text)
    now.pass_(minutes=11)
    assert practice.submit_expired_drafts() == []


def test_ending_a_hard_attempt_early_submits_its_draft_too(practice: Practice, now: Now):
    attempt = practice.start_attempt("alpha", ClockMode.HARD, 10)
    practice.save_draft(attempt.id, "typed")
    now.pass_(minutes=1)
    practice.finish_attempt(attempt.id)
    practice.finish_attempt(attempt.id)
    now.pass_(minutes=20)
    practice.submit_expired_drafts()
    assert [(one.source, one.late) for one in practice.history()] == [("typed", False)]


@pytest.mark.parametrize(
    ("event", "status"),
    [
        (decided(), ProblemStatus.SOLVED),
        (decided(growth=Outcome.INCONCLUSIVE), ProblemStatus.SOLVED),
        (decided(growth=Outcome.EXCEEDS), ProblemStatus.TOO_SLOW),
        (decided(Verdict.TLE, cases=(Verdict.AC, Verdict.TLE)), ProblemStatus.TOO_SLOW),
        (decided(Verdict.TLE, cases=(Verdict.WA, Verdict.TLE)), ProblemStatus.TRIED),
        (decided(Verdict.WA), ProblemStatus.TRIED),
        (decided(Verdict.JE), ProblemStatus.TRIED),
    ],
)
def test_what_became_of_a_problem(practice: Practice, event, status: ProblemStatus):
    judged(practice, practice.start_attempt("alpha").id, event)
    assert practice.statuses() == {"alpha": status, "beta": ProblemStatus.TODO, "gamma": ProblemStatus.TODO}


def test_the_best_status_stays(practice: Practice):
    attempt = practice.start_attempt("alpha")
    for event in (decided(), decided(growth=Outcome.EXCEEDS), decided(Verdict.WA)):
        judged(practice, attempt.id, event)
    practice.start_attempt("alpha")
    assert practice.statuses()["alpha"] is ProblemStatus.SOLVED


def test_a_start_alone_is_no_try_and_a_run_solves_nothing(practice: Practice):
    practice.start_attempt("alpha")
    run = practice.start_attempt("beta")
    judged(practice, run.id, decided(), mode="run")
    assert practice.statuses()["alpha"] is ProblemStatus.TODO
    assert practice.statuses()["beta"] is ProblemStatus.TRIED


def test_hints_come_one_by_one_and_stay(practice: Practice):
    attempt = practice.start_attempt("alpha")
    assert practice.hints_shown(attempt.id) == []
    assert practice.show_hint(attempt.id) == ["first"]
    assert practice.hints_shown(attempt.id) == ["first"]
    assert practice.show_hint(attempt.id) == ["first", "second"]
    assert practice.show_hint(attempt.id) == ["first", "second"]
    assert practice.attempt(attempt.id).hints_shown == 2


def test_no_hints_after_a_hard_deadline(practice: Practice, now: Now):
    attempt = practice.start_attempt("alpha", ClockMode.HARD, 10)
    now.pass_(minutes=10)
    with pytest.raises(TimeUp):
        practice.show_hint(attempt.id)


def test_reports_survive_the_store(practice: Practice):
    report = make_report(Verdict.WA, cases=(Verdict.AC, Verdict.WA), memory_bytes=2**40)
    from judge.report import Decided

    number = judged(practice, practice.start_attempt("alpha").id, Decided(report=report))
    assert practice.submission(number).report == report
    assert practice.submission(number).state is State.DONE
