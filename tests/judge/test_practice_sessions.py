from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from judge.clock import is_over, is_paused
from judge.home import Home
from judge.practice import Conflict, NotFound, Practice
from judge.records import ClockMode
from judge.report import Verdict
from tests.judge.practice_kit import NOON, FakeBank, Now, decided

LOOP = """\
title: A short round
minutes: 45
about: Two tasks.
problems:
  - {slug: alpha, minutes: 15}
  - {slug: beta, minutes: 30}
"""


@pytest.fixture(autouse=True)
def loops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "loops" / "kit"
    folder.mkdir(parents=True)
    (folder / "r1.yaml").write_text(LOOP)
    monkeypatch.setenv("LANDAU_PROBLEMS", str(tmp_path / "problems"))


def test_a_session_is_its_problems_in_order_on_one_clock(practice: Practice):
    session = practice.start_session("kit/r1")
    assert [attempt.problem for attempt in session.attempts] == ["alpha", "beta"]
    assert session.minutes == (15, 30)
    assert session.clock.mode is ClockMode.COUNTDOWN
    assert session.clock.duration == timedelta(minutes=45)
    assert {attempt.clock for attempt in session.attempts} == {session.clock}
    assert {attempt.session_id for attempt in session.attempts} == {session.id}
    assert practice.open_session() == practice.session(session.id) == session
    assert practice.sessions() == [session]


def test_what_there_is_to_choose_is_named(practice: Practice):
    with pytest.raises(NotFound, match="kit/r1"):
        practice.start_session("kit/r9")
    with pytest.raises(NotFound, match="session 5"):
        practice.session(5)


def test_a_loop_with_a_problem_that_is_not_there(home: Home, now: Now):
    with pytest.raises(NotFound, match="beta"):
        Practice(home, FakeBank("alpha"), now).start_session("kit/r1")


def test_one_session_at_a_time(practice: Practice):
    session = practice.start_session("kit/r1")
    with pytest.raises(Conflict, match=f"Session {session.id}"):
        practice.start_session("kit/r1")
    practice.finish_session(session.id)
    assert practice.open_session() is None
    assert practice.start_session("kit/r1").id != session.id


def test_inside_a_session_its_attempt_is_the_open_one(practice: Practice):
    alone = practice.start_attempt("alpha")
    session = practice.start_session("kit/r1")
    assert practice.open_attempt("alpha") == session.attempts[0]
    assert practice.attempt(alone.id).clock.ended_at is not None
    with pytest.raises(Conflict, match="open session"):
        practice.start_attempt("alpha")
    with pytest.raises(Conflict, match="Finish the session"):
        practice.finish_attempt(session.attempts[0].id)
    practice.finish_session(session.id)
    assert practice.open_attempt("alpha") is None


def test_a_pause_stops_the_whole_session(practice: Practice, now: Now):
    session = practice.start_session("kit/r1")
    practice.pause(session.attempts[1].id)
    assert all(is_paused(attempt.clock) for attempt in practice.session(session.id).attempts)
    now.pass_(minutes=5)
    practice.resume(session.attempts[0].id)
    assert not is_paused(practice.session(session.id).clock)


def test_times_run_on_the_sessions_clock(practice: Practice, now: Now):
    session = practice.start_session("kit/r1")
    now.pass_(minutes=17)
    assert practice.submit(session.attempts[1].id, "text").elapsed == timedelta(minutes=17)


def test_a_hard_session_ends_by_itself_and_submits_every_draft(practice: Practice, now: Now):
    session = practice.start_session("kit/r1", hard=True)
    for attempt in session.attempts:
        practice.save_draft(attempt.id, f"for {attempt.problem}")
    with pytest.raises(Conflict, match="cannot be paused"):
        practice.pause(session.attempts[0].id)
    now.pass_(hours=3)
    assert practice.open_session() is None
    made = practice.submissions()
    assert {(one.source, one.elapsed, one.late) for one in made} == {
        ("for alpha", timedelta(minutes=45), False),
        ("for beta", timedelta(minutes=45), False),
    }
    ended = practice.session(session.id)
    assert ended.clock.ended_at == NOON + timedelta(minutes=45)
    assert is_over(ended.clock, now())
    assert practice.finish_session(session.id) == ended


def test_a_soft_session_runs_over_and_submits_nothing_by_itself(practice: Practice, now: Now):
    session = practice.start_session("kit/r1")
    practice.save_draft(session.attempts[0].id, "draft")
    now.pass_(hours=3)
    assert practice.submit_expired_drafts() == []
    assert practice.open_session() == practice.session(session.id)
    practice.finish_session(session.id)
    assert practice.submissions() == []
    with pytest.raises(Conflict, match="session is finished"):
        practice.submit(session.attempts[0].id, "more")


def test_the_scorecard_of_a_session(practice: Practice, now: Now):
    session = practice.start_session("kit/r1")
    first = session.attempts[0]
    now.pass_(minutes=3)
    practice.submit(first.id, "try", mode="run")
    for minutes, verdict in ((2, Verdict.WA), (4, Verdict.AC)):
        now.pass_(minutes=minutes)
        submission = practice.submit(first.id, f"as of {minutes}")
        assert practice.claim(submission.id, "judge")
        practice.record(submission.id, decided(verdict))
    practice.show_hint(first.id)
    now.pass_(minutes=1)
    practice.finish_session(session.id)
    now.pass_(minutes=99)
    card = practice.scorecard(session.id)
    assert (card.accepted, card.total, card.used) == (1, 2, timedelta(minutes=10))
    row, other = card.rows
    assert (row.title, row.verdict, row.submissions, row.runs, row.hints) == ("Alpha", "AC", 2, 1, 1)
    assert (row.first_run, row.first_accepted) == (timedelta(minutes=3), timedelta(minutes=9))
    assert (other.verdict, other.sentence) == (None, "Not submitted.")
