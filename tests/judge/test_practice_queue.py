"""The queue: a submission is judged by one owner, and decided once."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
from datetime import timedelta

import pytest

from judge.home import Home
from judge.practice import ClaimLost, NotFound, Practice
from judge.practice.owner import is_dead, this_owner
from judge.practice.queue import LEASE, MOST_CLAIMS
from judge.records import State, Submission
from judge.report import Decided, Stage, Verdict
from tests.judge.practice_kit import FakeBank, Now, decided, make_report

SILENT_FOR_LONG = timedelta(days=1)


def dead_owner() -> str:
    """Of a process on this host that has ended."""
    ask = "from judge.practice.owner import this_owner; print(this_owner())"
    return subprocess.run([sys.executable, "-c", ask], check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def submission(practice: Practice) -> Submission:
    return practice.submit(practice.start_attempt("alpha").id, "text")


def test_it_is_claimed_once(practice: Practice, home: Home, now: Now, submission: Submission):
    other = Practice(home, FakeBank(), now)
    claimed = practice.claim_next("one")
    assert claimed is not None
    assert (claimed.id, claimed.state) == (submission.id, State.JUDGING)
    assert practice.claim_next("one") is None
    assert other.claim_next("two") is None
    assert other.claim(submission.id, "two") is None


def test_runs_go_first_then_the_oldest(practice: Practice):
    attempt = practice.start_attempt("alpha")
    ids = [practice.submit(attempt.id, "x", mode=mode).id for mode in ("submit", "run", "submit", "run")]
    taken = [practice.claim_next("one").id for _ in ids]
    assert taken == [ids[1], ids[3], ids[0], ids[2]]


def test_events_ascend_and_can_be_taken_up_again(practice: Practice, submission: Submission):
    practice.claim_next("one")
    for text in "abc":
        practice.record(submission.id, Stage(text=text))
    practice.record(submission.id, decided())
    events = practice.events(submission.id)
    assert [number for number, _ in events] == sorted({number for number, _ in events})
    assert [event.text for _, event in events[:3]] == ["a", "b", "c"]
    assert practice.events(submission.id, after=events[1][0]) == events[2:]
    assert practice.events(submission.id, after=events[-1][0]) == []
    assert practice.events(submission.id + 1) == []


def test_only_who_claimed_may_write(practice: Practice, home: Home, now: Now, submission: Submission):
    other = Practice(home, FakeBank(), now)
    practice.claim_next("one")
    for write in (other.heartbeat, other.release):
        with pytest.raises(ClaimLost):
            write(submission.id)
    with pytest.raises(ClaimLost):
        other.record(submission.id, decided())
    assert practice.submission(submission.id).state is State.JUDGING


def test_what_is_decided_stays_decided(practice: Practice, submission: Submission):
    practice.claim_next("one")
    practice.record(submission.id, decided(Verdict.WA))
    with pytest.raises(ClaimLost):
        practice.record(submission.id, decided(Verdict.AC))
    assert practice.submission(submission.id).report.verdict is Verdict.WA
    assert practice.claim(submission.id, "two") is None


def test_what_a_living_owner_judges_is_left_alone(practice: Practice, now: Now, submission: Submission):
    practice.claim_next(this_owner())
    now.pass_(days=1)
    assert practice.requeue_abandoned() == []


def test_what_a_dead_one_left_is_judged_anew_and_its_late_words_are_refused(
    practice: Practice, home: Home, now: Now, submission: Submission
):
    practice.claim_next(dead_owner())
    practice.record(submission.id, Stage(text="old"))
    seen = practice.events(submission.id)[-1][0]
    heir = Practice(home, FakeBank(), now)
    assert heir.requeue_abandoned() == [submission.id]
    assert heir.requeue_abandoned() == []
    assert heir.claim_next(this_owner()) is not None
    with pytest.raises(ClaimLost):
        practice.record(submission.id, decided(Verdict.WA))
    heir.record(submission.id, decided(Verdict.AC))
    texts = [event.text for _, event in heir.events(submission.id) if isinstance(event, Stage)]
    assert texts == ["judging was interrupted; it begins again"]
    # Who had followed the old events sees all of the new ones.
    assert len(heir.events(submission.id, after=seen)) == 2
    assert heir.submission(submission.id).report.verdict is Verdict.AC


def test_what_takes_its_judge_down_each_time_is_given_up(practice: Practice, submission: Submission):
    for _ in range(MOST_CLAIMS):
        assert practice.claim_next(dead_owner()) is not None
        practice.requeue_abandoned()
    assert practice.claim_next("one") is None
    done = practice.submission(submission.id)
    assert (done.state, done.report.verdict) == (State.DONE, Verdict.JE)
    assert "does not count" in done.report.sentence
    assert [type(event) for _, event in practice.events(submission.id)] == [Decided]


def test_an_owner_on_another_host_is_dead_when_it_is_silent(practice: Practice, now: Now, submission: Submission):
    practice.claim_next("elsewhere|1|1")
    now.pass_(seconds=LEASE.total_seconds() - 1)
    practice.heartbeat(submission.id)
    now.pass_(seconds=LEASE.total_seconds() - 1)
    assert practice.requeue_abandoned() == []
    now.pass_(seconds=2)
    assert practice.requeue_abandoned() == [submission.id]


def test_a_reused_process_id_is_another_process():
    host, pid, start = this_owner().split("|")
    assert not is_dead(this_owner(), silent=SILENT_FOR_LONG, lease=LEASE)
    assert is_dead(f"{host}|{pid}|{int(start) - 1}", silent=timedelta(0), lease=LEASE)


def test_a_zombie_is_dead():
    with subprocess.Popen([sys.executable, "-c", "print(open('/proc/self/stat').read())"], stdout=-1) as child:
        assert child.stdout is not None
        start = child.stdout.read().split(b")")[1].split()[19].decode()
        host = this_owner().split("|")[0]
        # Its output has ended, so it is gone or about to go; nobody has waited for it yet.
        subprocess.run(
            ["/bin/sh", "-c", f"while grep -q 'State:.[^Z]' /proc/{child.pid}/status; do :; done"], check=True
        )
        assert is_dead(f"{host}|{child.pid}|{start}", silent=timedelta(0), lease=LEASE)


def test_what_is_released_waits_again(practice: Practice, submission: Submission):
    practice.claim_next(this_owner())
    practice.record(submission.id, Stage(text="old"))
    practice.release(submission.id)
    assert practice.submission(submission.id).state is State.QUEUED
    with pytest.raises(ClaimLost):
        practice.record(submission.id, decided())
    assert practice.claim_next("two").id == submission.id


def test_unknown_submissions(practice: Practice):
    assert practice.claim(99, "one") is None
    with pytest.raises(ClaimLost):
        practice.record(99, Decided(report=make_report()))
    with pytest.raises(NotFound):
        practice.submission(99)


def _take_all(home: Home, start, results) -> None:
    practice = Practice(home, FakeBank())
    start.wait()
    taken = []
    while (one := practice.claim_next(this_owner())) is not None:
        practice.record(one.id, decided())
        taken.append(one.id)
    results.put(taken)


def _submit_many(home: Home, start, count: int) -> None:
    practice = Practice(home, FakeBank())
    attempt = practice.start_attempt("beta")
    start.wait()
    for number in range(count):
        practice.submit(attempt.id, f"text {number}")


def test_processes_at_once_take_each_submission_exactly_once(practice: Practice, home: Home):
    """Two judges empty the queue while a third process fills it."""
    attempt = practice.start_attempt("alpha")
    ids = {practice.submit(attempt.id, f"text {number}").id for number in range(40)}
    context = multiprocessing.get_context("spawn")
    start, results = context.Barrier(3), context.Queue()
    judges = [context.Process(target=_take_all, args=(home, start, results)) for _ in range(2)]
    writer = context.Process(target=_submit_many, args=(home, start, 20))
    for process in (*judges, writer):
        process.start()
    taken = [one for _ in judges for one in results.get(timeout=150)]
    for process in (*judges, writer):
        process.join(150)
        assert process.exitcode == 0
    while (left := practice.claim_next("last")) is not None:
        taken.append(left.id)
    assert len(taken) == len(set(taken)) == 60
    assert ids < set(taken)
    assert len(practice.draft_history(attempt.id)) == 40


def test_that_all_cases_were_asked_for_is_kept(practice: Practice) -> None:
    attempt = practice.start_attempt("alpha")
    assert practice.submission(practice.submit(attempt.id, "x", full=True).id).full is True
    assert practice.submission(practice.submit(attempt.id, "x").id).full is False
