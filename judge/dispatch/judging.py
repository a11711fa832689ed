"""Judge one submission and record what happens, whoever asked for it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager, suppress

from judge.dispatch.calibrated import calibrated
from judge.dispatch.turn import turn
from judge.evaluate import Mode, Submitted, evaluate
from judge.practice import ClaimLost, Practice, PracticeError
from judge.practice.owner import this_owner
from judge.practice.queue import judge_error
from judge.problem.bank import Bank, UnknownProblem
from judge.problem.cases import CaseMaker
from judge.problem.faults import ProblemError
from judge.records import ClockMode, State, Submission
from judge.report import Decided, Event, Report, Stage
from sandbox.api import Sandbox

log = logging.getLogger(__name__)

HEARTBEAT_S = 5.0
FOLLOW_S = 0.1
LOOK_FOR_DEAD_S = 2.0

Listener = Callable[[Event], None]


def silent(event: Event) -> None:
    """A listener that wants nothing."""


def judge_one(
    practice: Practice, bank: Bank, sandbox: Sandbox, submission: Submission, listen: Listener = silent
) -> Report:
    """Claim and judge it here; where a worker was quicker, listen to that one until it has decided.

    Every event goes to `listen`. When it raises, or the process is told to end, the submission goes back to the queue.
    """
    after = 0
    while True:
        claimed = practice.claim(submission.id, this_owner())
        if claimed is not None:
            return judge_claimed(practice, bank, sandbox, claimed, listen)
        for number, event in _follow(practice, submission.id, after):
            after = number
            listen(event)
            if isinstance(event, Decided):
                return event.report


def judge_claimed(
    practice: Practice, bank: Bank, sandbox: Sandbox, submission: Submission, listen: Listener = silent
) -> Report:
    """Judge what this process has claimed. Raises ClaimLost where it was given to another one meanwhile."""
    report: Report | None = None
    try:
        judging = closing(_one_at_a_time(practice, bank, sandbox, submission))
        with _beating(practice, submission.id), judging as events:
            for event in events:
                practice.record(submission.id, event)
                listen(event)
                if isinstance(event, Decided):
                    report = event.report
    except ClaimLost:
        raise
    except BaseException:
        if report is None:
            with suppress(PracticeError):
                practice.release(submission.id)
        raise
    assert report is not None  # `_events` ends with it
    return report


def _one_at_a_time(practice: Practice, bank: Bank, sandbox: Sandbox, submission: Submission) -> Generator[Event]:
    with turn(practice.home) as waiting:
        if waiting is not None:
            yield Stage(text="waiting for another judging to finish")
            waiting()
        yield from _events(practice, bank, sandbox, submission)


def _events(practice: Practice, bank: Bank, sandbox: Sandbox, submission: Submission) -> Iterator[Event]:
    """Ends with exactly one Decided, whatever fails."""
    submitted = Submitted(submission.source, submission.language, submission.claim, submission.own_cases)
    try:
        problem = bank.get(submission.problem)
        maker = CaseMaker(problem, sandbox, practice.home.secret, practice.home.cache)
        hard = practice.attempt(submission.attempt_id).clock.mode is ClockMode.HARD
        mode: Mode = "run" if submission.mode == "run" else "submit"
        calibration = (yield from calibrated(practice.home, sandbox)) if mode == "submit" else None
        for event in evaluate(
            submitted,
            problem,
            sandbox,
            maker,
            mode=mode,
            reveal=not hard,
            full=submission.full,
            calibration=calibration,
            smallest=not hard,
        ):
            yield event
            if isinstance(event, Decided):
                return
        raise RuntimeError("judging ended without a decision")
    except UnknownProblem as error:
        yield _failed(submission, f"This problem cannot be judged: {error}.")
    except ProblemError as error:
        log.error("problem %s has faults:\n%s", submission.problem, error)
        yield _failed(submission, f"This problem cannot be judged: its folder has faults. {error.faults[0]}")
    except PracticeError as error:
        yield _failed(submission, f"The judge failed, which does not count against you: {error}")
    except Exception as error:
        log.exception("judging submission %d failed", submission.id)
        yield _failed(
            submission, f"The judge failed, which does not count against you: {type(error).__name__}: {error}"
        )


def _failed(submission: Submission, sentence: str) -> Decided:
    return Decided(report=judge_error(submission, sentence))


def _follow(practice: Practice, submission_id: int, after: int) -> Iterator[tuple[int, Event]]:
    """What another process records, until it has decided or the submission waits in the queue again."""
    look_at = time.monotonic() + LOOK_FOR_DEAD_S
    while True:
        state = practice.submission(submission_id).state  # before the events: when it is done, they are all there
        for number, event in practice.events(submission_id, after):
            after = number
            yield number, event
        if state is State.QUEUED:
            return
        if time.monotonic() >= look_at:
            practice.requeue_abandoned()
            look_at = time.monotonic() + LOOK_FOR_DEAD_S
        time.sleep(FOLLOW_S)


@contextmanager
def _beating(practice: Practice, submission_id: int) -> Iterator[None]:
    """Tell other hosts that this judge lives, also through a long silence."""
    ended = threading.Event()

    def beat() -> None:
        while not ended.wait(HEARTBEAT_S):
            try:
                practice.heartbeat(submission_id)
            except ClaimLost:
                return  # the next record says so, too
            except PracticeError as error:
                log.warning("no heartbeat: %s", error)

    thread = threading.Thread(target=beat, name=f"heartbeat-{submission_id}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
