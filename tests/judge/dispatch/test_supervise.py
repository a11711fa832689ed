"""The supervisor, with a child that only writes down its process id in place of the worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from judge.dispatch import supervise
from judge.dispatch.supervise import Supervisor
from judge.home import project_root
from tests.judge.dispatch.kit import lines, wait_for

CHILD = """
import os, sys, signal, time
from judge.dispatch.parent import die_with_parent
die_with_parent(int(sys.argv[sys.argv.index("--parent") + 1]))
with open(sys.argv[1], "a") as file:
    file.write(f"{os.getpid()}\\n")
exit_code = int(sys.argv[2])
if exit_code:
    sys.exit(exit_code)
while True:
    time.sleep(60)
"""

PARENT = """
import sys, time
from judge.dispatch.supervise import Supervisor
Supervisor([sys.executable, "-c", sys.argv[2], sys.argv[1], "0"]).start()
time.sleep(600)
"""


def child(path: Path, exit_code: int = 0) -> list[str]:
    return [sys.executable, "-c", CHILD, str(path), str(exit_code)]


def is_gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] in "ZX"
    except OSError:
        return True


def test_it_ends_its_child(tmp_path: Path):
    pids = tmp_path / "pids"
    with Supervisor(child(pids)) as supervisor:
        wait_for(lambda: lines(pids))
        assert supervisor.pid == int(lines(pids)[0])
    assert is_gone(int(lines(pids)[0]))
    assert supervisor.pid is None
    assert len(lines(pids)) == 1


def test_a_child_that_was_killed_is_started_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(supervise, "FIRST_REST_S", 0.01)
    pids = tmp_path / "pids"
    with Supervisor(child(pids)):
        first = int(wait_for(lambda: lines(pids))[0])
        os.kill(first, signal.SIGKILL)
        wait_for(lambda: len(lines(pids)) == 2)


def test_a_child_that_fails_at_once_is_given_ever_longer_rests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    rests: list[float] = []
    with Supervisor(child(tmp_path / "pids", exit_code=3)) as supervisor:
        wait = supervisor._stopping.wait
        monkeypatch.setattr(supervisor._stopping, "wait", lambda seconds: rests.append(seconds) or wait(0))
        wait_for(lambda: len(rests) >= 3)
    assert rests[1] == 2 * rests[0]
    assert rests[2] == 2 * rests[1]


def test_what_cannot_be_started_does_not_bring_us_down(tmp_path: Path):
    with Supervisor([str(tmp_path / "nothing-there")]) as supervisor:
        assert supervisor.pid is None


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_the_child_dies_with_its_parent_however_that_dies(tmp_path: Path, how: signal.Signals):
    pids = tmp_path / "pids"
    parent = subprocess.Popen([sys.executable, "-c", PARENT, str(pids), CHILD], cwd=project_root())
    try:
        orphan = int(wait_for(lambda: lines(pids))[0])
        parent.send_signal(how)
        parent.wait()
        wait_for(lambda: is_gone(orphan))
    finally:
        parent.kill()
        parent.wait()
