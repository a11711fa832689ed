from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from judge.dispatch import worker as worker_module
from judge.dispatch.worker import Worker
from judge.home import Home, project_root
from judge.practice import Practice
from judge.records import ClockMode, State
from judge.report import Decided, Stage, Verdict
from sandbox.api import SandboxError
from tests.judge.dispatch.kit import FakeJudge, NoSandbox, lines, wait_for
from tests.judge.practice_kit import FakeBank, Now

Start = Callable[[], subprocess.Popen[bytes]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[NoSandbox]:
    """The sandboxes that were opened."""
    made: list[NoSandbox] = []

    def open_one() -> NoSandbox:
        made.append(NoSandbox())
        return made[-1]

    monkeypatch.setattr(worker_module, "open_sandbox", open_one)
    return made


def test_it_judges_until_nothing_waits(practice: Practice, judge: FakeJudge, opened: list[NoSandbox]):
    attempt = practice.start_attempt("alpha")
    sent = [practice.submit(attempt.id, text).id for text in "abc"]
    worker = Worker(practice, practice.bank)
    assert [worker.step() for _ in range(4)] == [True, True, True, False]
    assert {practice.submission(number).state for number in sent} == {State.DONE}
    assert len(opened) == 1


def test_it_sees_deadlines_pass(practice: Practice, now: Now, judge: FakeJudge, opened: list[NoSandbox]):
    attempt = practice.start_attempt("alpha", ClockMode.HARD, 10)
    practice.save_draft(attempt.id, "draft")
    worker = Worker(practice, practice.bank)
    assert not worker.step()
    now.pass_(minutes=10)
    assert worker.step()
    assert practice.attempt(attempt.id).accepted_at is not None


def test_a_host_without_a_sandbox_is_a_judge_error(practice: Practice, monkeypatch: pytest.MonkeyPatch):
    def cannot() -> NoSandbox:
        raise SandboxError("No user namespaces here.")

    monkeypatch.setattr(worker_module, "open_sandbox", cannot)
    submission = practice.submit(practice.start_attempt("alpha").id, "text")
    assert Worker(practice, practice.bank).step()
    report = practice.submission(submission.id).report
    assert report.verdict is Verdict.JE
    assert "No user namespaces here. See `judge doctor`" in report.sentence


def test_after_a_judge_error_the_sandbox_is_made_anew(practice: Practice, judge: FakeJudge, opened: list[NoSandbox]):
    attempt = practice.start_attempt("alpha")
    worker = Worker(practice, practice.bank)
    judge.verdict = Verdict.JE
    practice.submit(attempt.id, "a")
    worker.step()
    judge.verdict = Verdict.AC
    practice.submit(attempt.id, "b")
    worker.step()
    assert [one.closed for one in opened] == [True, False]


@pytest.fixture
def start(home: Home) -> Iterator[Start]:
    """Start a worker process whose judge can be held."""
    running: list[subprocess.Popen[bytes]] = []
    home.make()

    def one() -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "tests.judge.dispatch.held_worker"]
        environment = {**os.environ, "LANDAU_HOME": str(home.folder)}
        running.append(subprocess.Popen(command, cwd=project_root(), env=environment, stderr=subprocess.PIPE))
        return running[-1]

    yield one
    for process in running:
        process.kill()
        process.communicate()


def words(home: Home) -> list[str]:
    return [line.split()[0] for line in lines(home.folder / "log")]


def test_killed_in_the_middle_it_is_judged_once_after_the_restart(home: Home, start: Start):
    practice = Practice(home, FakeBank())
    submission = practice.submit(practice.start_attempt("alpha").id, "text")
    (home.folder / "hold").touch()
    first = start()
    wait_for(lambda: "begun" in words(home))
    first.kill()
    first.wait()
    assert practice.submission(submission.id).state is State.JUDGING
    (home.folder / "hold").unlink()
    second = start()
    wait_for(lambda: practice.submission(submission.id).state is State.DONE)
    log = [line.split() for line in lines(home.folder / "log")]
    assert log == [["begun", str(first.pid)], ["begun", str(second.pid)], ["decided", str(second.pid)]]
    events = [event for _, event in practice.events(submission.id)]
    assert [type(event) for event in events] == [Stage, Stage, Decided]
    assert practice.submission(submission.id).report.accepted


def test_told_to_end_it_gives_back_what_it_judges(home: Home, start: Start):
    practice = Practice(home, FakeBank())
    submission = practice.submit(practice.start_attempt("alpha").id, "text")
    (home.folder / "hold").touch()
    process = start()
    wait_for(lambda: "begun" in words(home))
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 0
    assert b"Traceback" not in process.stderr.read()
    assert practice.submission(submission.id).state is State.QUEUED


def test_an_idle_worker_takes_what_comes(home: Home, start: Start):
    practice = Practice(home, FakeBank())
    process = start()
    attempt = practice.start_attempt("alpha")
    first = practice.submit(attempt.id, "text")
    wait_for(lambda: practice.submission(first.id).state is State.DONE)
    second = practice.submit(attempt.id, "more")
    wait_for(lambda: practice.submission(second.id).state is State.DONE)
    process.terminate()
    assert process.wait(60) == 0


def test_a_database_of_a_newer_landau_is_said_without_a_traceback(home: Home, start: Start):
    import sqlite3

    Practice(home, FakeBank()).close()
    with sqlite3.connect(home.folder / "landau.sqlite3") as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9876'")
    process = start()
    _, said = process.communicate(timeout=120)
    assert process.returncode == 1
    assert b"newer Landau" in said
    assert b"Traceback" not in said
