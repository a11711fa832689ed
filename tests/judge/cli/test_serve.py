"""One process tree: ready when it says so, gone when its root is gone, however it went."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from judge.home import Home
from judge.practice import Practice
from judge.problem.bank import Bank
from judge.records import ClockMode, State
from sandbox import open_sandbox
from tests.judge.cli.conftest import Judge

WITHIN_S = 60


@contextmanager
def served(home: Path, *options: str) -> Iterator[tuple[psutil.Popen, str]]:
    """`judge serve`, ready, and its address."""
    command = [sys.executable, "-m", "judge", "serve", "--port", "0", *options]
    environment = {**os.environ, "LANDAU_HOME": str(home)}
    errors = home.with_suffix(".err").open("w+")
    process = psutil.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True)
    try:
        line = process.stdout.readline()
        assert "Landau is at http" in line, line + Path(errors.name).read_text()
        yield process, next(word for word in line.split() if word.startswith("http"))
    finally:
        errors.close()
        if process.is_running():
            process.kill()
        process.wait()
        process.stdout.close()


def gone(processes: list[psutil.Process]) -> list[psutil.Process]:
    """Those that still live; a zombie that nobody has reaped yet is dead."""
    _, alive = psutil.wait_procs(processes, timeout=10)
    return [one for one in alive if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]


def judge_something(home: Path) -> None:
    """Have the worker judge a run, so that its sandbox is up."""
    practice = Practice(Home.at(home), Bank())
    attempt = practice.start_attempt("rolling-average", ClockMode.UNTIMED)
    submission = practice.submit(attempt.id, "def rolling_average(xs, k, partial):\n    return []\n", mode="run")
    for _ in range(WITHIN_S * 10):
        if practice.submission(submission.id).state is State.DONE:
            break
        signal.sigtimedwait([], 0.1)
    else:
        pytest.fail("the worker judged nothing")
    practice.close()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_it_answers_judges_and_leaves_nothing_behind(tmp_path: Path, number: int, code: int) -> None:
    home = tmp_path / "home"
    with served(home) as (process, address):
        with urllib.request.urlopen(address, timeout=10) as answer:
            assert answer.status == 200
        judge_something(home)
        family = process.children(recursive=True)
        assert len(family) >= 3  # page, worker, and what runs submissions
        process.send_signal(number)
        assert process.wait(WITHIN_S) == code
        assert gone(family) == []


def test_a_taken_port_gives_another_and_says_so(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with served(tmp_path / "home", "--port", str(port)) as (process, address):
            assert f":{port}/" not in address
            process.terminate()
            process.wait(WITHIN_S)
    assert f"port {port} is taken" in (tmp_path / "home.err").read_text()


def test_beyond_this_computer_a_weak_sandbox_must_be_accepted(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    from judge.cli import serve
    from sandbox.api import Accounting, Strength

    weak = Strength("native", Accounting.SAMPLED, False, ("No cgroup can be used.",))
    monkeypatch.setattr("sandbox.readings.first_run", lambda: weak)
    said = judge("serve", "--host", "0.0.0.0", "--port", "0")
    assert said.code == 2 and "No cgroup can be used." in said.err and "--accept-weak-sandbox" in said.err
    started: list[str] = []
    monkeypatch.setattr(serve, "run", lambda host, *rest: started.append(host))
    assert judge("serve", "--host", "0.0.0.0", "--port", "0", "--accept-weak-sandbox").code == 0
    assert judge("serve", "--port", "0").code == 0  # on loopback it is said, and that is all
    assert started == ["0.0.0.0", "127.0.0.1"]


def test_a_page_that_cannot_start_ends_it_at_once(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    from judge.cli import serve
    from judge.dispatch.supervise import Supervisor

    ends = [sys.executable, "-c", "raise SystemExit('no page')"]
    monkeypatch.setattr(serve, "Supervisor", lambda *_: Supervisor(ends))
    said = judge("serve", "--port", "0")
    assert said.code == 7 and "ended while it was starting" in said.err


def test_no_sandbox_no_server(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    from sandbox.api import SandboxError

    def none() -> None:
        raise SandboxError("no user namespaces")

    monkeypatch.setattr("sandbox.readings.first_run", none)
    said = judge("serve", "--port", "0")
    assert said.code == 7 and "no user namespaces" in said.err and "judge doctor" in said.err


def test_doctor_on_this_host(judge: Judge) -> None:
    said = judge("doctor", "--json")
    with open_sandbox() as box:
        strong = box.strength().strong
    assert said.code == 0 and said.json["possible"]
    level = next(fact["level"] for fact in said.json["facts"] if fact["name"] == "sandbox")
    assert level == ("good" if strong else "weak")
    assert "sandbox" in judge("doctor").out
