"""The worker: claim, judge, record, for ever. Run it as ``python -m judge.dispatch.worker``.

SIGTERM or SIGINT ends it at once; what it was judging goes back to the queue. Killed without a warning, it leaves its
claim behind, which the next worker finds and judges anew.
"""

from __future__ import annotations

import argparse
import logging
import signal
import sys
import time
from types import FrameType

from judge.dispatch.judging import judge_claimed
from judge.dispatch.parent import die_with_parent
from judge.home import Home
from judge.practice import ClaimLost, Practice, PracticeError
from judge.practice.owner import this_owner
from judge.practice.queue import judge_error
from judge.problem.bank import Bank
from judge.records import Submission
from judge.report import Decided, Verdict
from judge.store.wake import Listener
from sandbox import open_sandbox
from sandbox.api import Sandbox, SandboxError

log = logging.getLogger("judge.worker")

LOOK_S = 1.0  # how often a deadline is looked for; a new submission wakes us at once
LOOK_ELSEWHERE_S = 0.25  # where no FIFO wakes us: other hosts, on PostgreSQL
TIDY_S = 5.0
LONGEST_REST_S = 30.0


class Worker:
    def __init__(self, practice: Practice, bank: Bank) -> None:
        self.practice = practice
        self.bank = bank
        self.owner = this_owner()
        self._sandbox: Sandbox | None = None
        self._tidy_at = 0.0

    def run(self) -> None:
        """Until a signal raises SystemExit."""
        sqlite = self.practice.home.database_url.startswith("sqlite")
        with Listener(self.practice.home) as listener:
            look_s = LOOK_S if listener.works and sqlite else LOOK_ELSEWHERE_S
            self._warm_up()
            rest_s = 1.0
            while True:
                try:
                    busy = self.step()
                    rest_s = 1.0
                except PracticeError as error:
                    log.error("%s", error)
                    time.sleep(rest_s)
                    rest_s = min(2 * rest_s, LONGEST_REST_S)
                    continue
                if not busy:
                    listener.wait(look_s)

    def step(self) -> bool:
        """Judge one submission if one waits; whether one did."""
        self.practice.submit_expired_drafts()
        if time.monotonic() >= self._tidy_at:
            for number in self.practice.requeue_abandoned():
                log.warning("submission %d was left by a worker that died: judging it anew", number)
            self._tidy_at = time.monotonic() + TIDY_S
        submission = self.practice.claim_next(self.owner)
        if submission is None:
            return False
        self._judge(submission)
        return True

    def close(self) -> None:
        sandbox, self._sandbox = self._sandbox, None
        if sandbox is not None:
            sandbox.close()

    def _warm_up(self) -> None:
        """Open the sandbox before somebody waits for it."""
        try:
            self._open()
        except SandboxError as error:
            log.error("%s", error)

    def _open(self) -> Sandbox:
        if self._sandbox is None:
            self._sandbox = open_sandbox()
        return self._sandbox

    def _judge(self, submission: Submission) -> None:
        try:
            report = judge_claimed(self.practice, self.bank, self._open(), submission)
        except ClaimLost as error:
            log.warning("%s", error)
        except SandboxError as error:
            log.error("%s", error)
            sentence = f"This host cannot run submissions safely: {error} See `judge doctor`."
            self.practice.record(submission.id, Decided(report=judge_error(submission, sentence)))
        else:
            log.info("submission %d (%s): %s", submission.id, submission.problem, report.verdict)
            if report.verdict is Verdict.JE:
                self.close()  # a sandbox that failed is not trusted again


def main() -> None:
    parser = argparse.ArgumentParser(description="Judge the submissions that wait.")
    parser.add_argument("--parent", type=int, help="end with the process of this id, whose pipe is our stdin")
    options = parser.parse_args()
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s worker: %(message)s")
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)
    if options.parent is not None:
        die_with_parent(options.parent)
    bank = Bank()
    try:
        worker = Worker(Practice(Home.find(), bank), bank)
    except PracticeError as error:
        sys.exit(str(error))
    try:
        worker.run()
    finally:
        worker.close()


def _stop(number: int, _frame: FrameType | None) -> None:
    for other in (signal.SIGTERM, signal.SIGINT):
        signal.signal(other, signal.SIG_IGN)  # cleaning up is not to be interrupted
    raise SystemExit(0)


if __name__ == "__main__":
    main()
