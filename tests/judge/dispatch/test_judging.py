from __future__ import annotations

import logging
import threading
from pathlib import Path

import pytest

from judge.dispatch import judge_one, judging
from judge.dispatch.turn import turn
from judge.home import Home
from judge.practice import ClaimLost, Practice, StoreError
from judge.practice.owner import this_owner
from judge.problem.faults import Fault, ProblemError
from judge.records import ClockMode, State, Submission
from judge.report import Decided, Event, Stage, Verdict
from tests.judge.dispatch.kit import FakeJudge, NoSandbox
from tests.judge.practice_kit import FakeBank, Now, decided
from tests.judge.test_practice_queue import dead_owner

SANDBOX = NoSandbox()


@pytest.fixture
def submission(practice: Practice) -> Submission:
    return practice.submit(practice.start_attempt("alpha").id, "text")


@pytest.fixture
def other(home: Home, now: Now) -> Practice:
    """As another process has it."""
    return Practice(home, FakeBank(), now)


def test_what_is_heard_is_what_is_recorded(practice: Practice, judge: FakeJudge, submission: Submission):
    heard: list[Event] = []
    report = judge_one(practice, practice.bank, SANDBOX, submission, heard.append)
    assert heard == [event for _, event in practice.events(submission.id)]
    assert heard[-1] == Decided(report=report)
    assert practice.submission(submission.id).report == report
    (call,) = judge.calls
    assert call.pop("calibration") is not None  # the switch for tests: a usual one
    expected = {"source": "text", "problem": "alpha", "mode": "submit", "reveal": True, "full": False}
    assert call == {**expected, "smallest": True}


def test_an_interview_reveals_nothing(practice: Practice, judge: FakeJudge):
    attempt = practice.start_attempt("alpha", ClockMode.HARD)
    judge_one(practice, practice.bank, SANDBOX, practice.submit(attempt.id, "text", mode="run"))
    assert (judge.calls[0]["mode"], judge.calls[0]["reveal"]) == ("run", False)


@pytest.mark.parametrize("fault", [ZeroDivisionError("by nothing"), None], ids=["raises", "never decides"])
def test_a_judge_that_fails_is_a_judge_error(
    practice: Practice,
    judge: FakeJudge,
    submission: Submission,
    fault: Exception | None,
    caplog: pytest.LogCaptureFixture,
):
    judge.verdict = fault
    with caplog.at_level(logging.ERROR):
        report = judge_one(practice, practice.bank, SANDBOX, submission)
    assert report.verdict is Verdict.JE
    assert "does not count against you" in report.sentence
    assert "Traceback" not in report.sentence
    assert "Traceback" in caplog.text
    assert practice.submission(submission.id).state is State.DONE


def test_a_problem_that_is_gone_or_broken_is_a_judge_error(
    practice: Practice, judge: FakeJudge, submission: Submission
):
    assert judge_one(practice, FakeBank("beta"), SANDBOX, submission).sentence.startswith(
        "This problem cannot be judged"
    )

    class Broken(FakeBank):
        def get(self, slug: str):
            raise ProblemError(slug, [Fault(Path("/x/problem.yaml"), "is missing", 3, "title")])

    again = practice.submit(submission.attempt_id, "more")
    report = judge_one(practice, Broken(), SANDBOX, again)
    assert report.verdict is Verdict.JE
    assert "problem.yaml:3: title: is missing" in report.sentence


@pytest.mark.parametrize("interruption", [BrokenPipeError, KeyboardInterrupt, SystemExit])
def test_who_stops_listening_gives_it_back(
    practice: Practice, judge: FakeJudge, submission: Submission, interruption: type[BaseException]
):
    def leave(event: Event) -> None:
        raise interruption

    with pytest.raises(interruption):
        judge_one(practice, practice.bank, SANDBOX, submission, leave)
    assert practice.submission(submission.id).state is State.QUEUED
    assert judge_one(practice, practice.bank, SANDBOX, submission).accepted


def test_what_another_has_claimed_is_followed_to_its_end(
    practice: Practice, other: Practice, judge: FakeJudge, submission: Submission
):
    other.claim(submission.id, this_owner())
    other.record(submission.id, Stage(text="by the other"))
    heard: list[Event] = []

    def listen(event: Event) -> None:
        heard.append(event)
        if isinstance(event, Stage):
            other.record(submission.id, decided(Verdict.WA))

    assert judge_one(practice, practice.bank, SANDBOX, submission, listen).verdict is Verdict.WA
    assert judge.calls == []
    assert [type(event) for event in heard] == [Stage, Decided]


def test_what_is_judged_already_is_told_again(practice: Practice, judge: FakeJudge, submission: Submission):
    first = judge_one(practice, practice.bank, SANDBOX, submission)
    assert judge_one(practice, practice.bank, SANDBOX, submission) == first
    assert len(judge.calls) == 1


def test_a_dead_owners_claim_is_taken_over(
    practice: Practice,
    other: Practice,
    judge: FakeJudge,
    submission: Submission,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(judging, "LOOK_FOR_DEAD_S", 0.0)
    other.claim(submission.id, dead_owner())
    assert judge_one(practice, practice.bank, SANDBOX, submission).accepted
    with pytest.raises(ClaimLost):
        other.record(submission.id, decided(Verdict.WA))


def test_who_lost_the_claim_stops_and_gives_nothing_back(
    practice: Practice, other: Practice, judge: FakeJudge, submission: Submission
):
    claimed = practice.claim(submission.id, dead_owner())
    assert claimed is not None

    def lose() -> None:
        other.requeue_abandoned()
        other.claim(submission.id, this_owner())

    judge.between = lose
    with pytest.raises(ClaimLost):
        judging.judge_claimed(practice, practice.bank, SANDBOX, claimed)
    assert practice.submission(submission.id).state is State.JUDGING
    other.record(submission.id, decided(Verdict.WA))
    assert practice.submission(submission.id).report.verdict is Verdict.WA


def test_two_are_not_judged_at_the_same_time(practice: Practice, judge: FakeJudge, submission: Submission):
    held, release = threading.Event(), threading.Event()

    def hold() -> None:
        with turn(practice.home) as waiting:
            assert waiting is None
            held.set()
            release.wait()

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait()
    heard: list[str] = []

    def listen(event: Event) -> None:
        if isinstance(event, Stage):
            heard.append(event.text)
            release.set()

    judge_one(practice, practice.bank, SANDBOX, submission, listen)
    holder.join()
    assert heard == ["waiting for another judging to finish", "begun"]


def test_a_full_disk_is_not_the_judges_verdict(
    practice: Practice, judge: FakeJudge, submission: Submission, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object) -> None:
        raise StoreError("No space is left.")

    with monkeypatch.context() as patch:
        patch.setattr(practice, "record", full)
        with pytest.raises(StoreError):
            judge_one(practice, practice.bank, SANDBOX, submission)
    assert practice.submission(submission.id).state is State.QUEUED


def test_a_long_silence_is_bridged_by_heartbeats(
    practice: Practice, judge: FakeJudge, submission: Submission, monkeypatch: pytest.MonkeyPatch
):
    beats: list[int] = []
    came = threading.Event()

    def beat(number: int) -> None:
        beats.append(number)
        came.set()

    monkeypatch.setattr(judging, "HEARTBEAT_S", 0.01)
    monkeypatch.setattr(practice, "heartbeat", beat)
    judge.between = lambda: None if came.wait(60) else pytest.fail("no heartbeat")
    judge_one(practice, practice.bank, SANDBOX, submission)
    assert set(beats) == {submission.id}
