"""Against a real engine: whose container is whose, what is left behind, and by whom it is cleared away."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

import sandbox as package
from sandbox import open_sandbox
from sandbox.api import MIB, Sandbox, SandboxError, Status, Task
from sandbox.docker.backend import SANDBOX_LABEL, DockerSandbox
from sandbox.docker.confinement import Settings, describe
from sandbox.docker.engine import Engine
from sandbox.docker.image import image_name
from sandbox.docker.judges import LABEL, parse, this_judge
from tests.sandbox.docker.engine_kit import inspected, leased, processes
from tests.sandbox.fixtures import opened
from tests.sandbox.kit import answer, own_containers, run, task, until

PROJECT = Path(package.__file__).parent.parent
ONE = "def f():\n    return 1"
SUPERVISOR = "/landau/.venv/bin/python"
BURN = task("def f():\n    while True: pass", cpu_ns=10**12, wall_ns=10**12)


@pytest.fixture
def box() -> Iterator[DockerSandbox]:
    with opened("docker") as made:
        assert isinstance(made, DockerSandbox)
        yield made


@pytest.fixture
def engine(box: DockerSandbox) -> Engine:
    return box._engine


def of(owner: str, of_task: Task) -> Task:
    return replace(of_task, program=replace(of_task.program, owner=owner))


def ids(box: DockerSandbox) -> set[str]:
    return set(box._engine.labelled(SANDBOX_LABEL, box._labels[SANDBOX_LABEL]))


def test_two_owners_never_share_a_container_and_one_keeps_his(box: DockerSandbox) -> None:
    host_names = "def f():\n    import os\n    return os.listdir('/tmp')"
    for owner in ("one", "two", "one"):
        assert answer(box.run(of(owner, task(host_names)))) == []
    one, two = leased(box)
    assert one is not two
    assert len(ids(box)) == 3  # and one that waits


def test_runs_side_by_side_are_those_of_their_owners(box: DockerSandbox) -> None:
    source = "def f(n):\n    return [n] * 3"
    tasks = [of(f"owner {n % 3}", task(source, (n,))) for n in range(30)]
    with ThreadPoolExecutor(6) as threads:
        assert [answer(seen) for seen in threads.map(box.run, tasks)] == [[n] * 3 for n in range(30)]


def test_a_supervisor_killed_in_the_middle_is_a_fault_and_the_next_run_gets_another(
    box: DockerSandbox, engine: Engine
) -> None:
    run(box, ONE)
    (mine,) = leased(box)
    with ThreadPoolExecutor(1) as threads:
        running = threads.submit(box.run, BURN)
        (supervisor,) = [pid for pid, command in processes(engine, mine.identity) if command.startswith(SUPERVISOR)]
        os.kill(supervisor, signal.SIGKILL)
        seen = running.result(60)
    assert seen.status is Status.FAULT
    assert "container ended" in seen.message
    assert answer(run(box, ONE)) == 1
    assert until(lambda: mine.identity not in ids(box))


def test_a_container_removed_behind_our_back_is_replaced(box: DockerSandbox, engine: Engine) -> None:
    run(box, ONE)
    for identity in ids(box):
        engine.remove(identity)
    assert until(lambda: not any(container.alive for container in leased(box)))
    assert answer(run(box, ONE)) == 1


def test_one_that_stands_still_is_ended_after_the_limit_and_a_margin(box: DockerSandbox, engine: Engine) -> None:
    """A stopped container answers nothing, however well it listened before."""
    run(box, ONE)
    (mine,) = leased(box)
    mine._margin_ns = 1_000_000_000
    engine._api.pause(mine.identity)
    seen = run(box, ONE, wall_ns=1)
    assert seen.status is Status.FAULT
    assert "did not answer in time" in seen.message
    assert answer(run(box, ONE)) == 1


def test_closing_leaves_nothing_even_with_runs_on_the_way(engine: Engine) -> None:
    closing = opened("docker")
    assert isinstance(closing, DockerSandbox)
    with ThreadPoolExecutor(3) as threads:
        running = [threads.submit(closing.run, of(str(n), BURN)) for n in range(3)]
        assert until(lambda: len(leased(closing)) == 3, 60)
        closing.close()
        assert engine.labelled(SANDBOX_LABEL, closing._labels[SANDBOX_LABEL]) == []
        for seen in running:
            assert seen.result(60).status is Status.FAULT


JUDGE = """
import sys, threading, time
from sandbox import open_sandbox
from sandbox.docker.judges import this_judge
from tests.sandbox.kit import run
from tests.sandbox.docker.test_engine import BURN
opened = open_sandbox("docker")
run(opened, "def f():\\n    return 1")
threading.Thread(target=opened.run, args=(BURN,), daemon=True).start()
print(this_judge().text(), flush=True)
time.sleep(1000)
"""


@contextlib.contextmanager
def another_judge() -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Its process, in the middle of a run, and its containers' label."""
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    judge = subprocess.Popen([sys.executable, "-c", JUDGE], stdout=subprocess.PIPE, cwd=PROJECT, env=environment)
    assert judge.stdout is not None
    with judge.stdout:
        try:
            yield judge, judge.stdout.readline().decode().strip()
        finally:
            judge.kill()
            judge.wait()


def test_a_judge_killed_without_warning_leaves_no_container(engine: Engine) -> None:
    """Each hears that it hung up; those that hear nothing any more are removed by the next judge."""
    with another_judge() as (judge, label):
        assert until(lambda: len(running(engine, label)) == 2, 60)
        deaf, hears = running(engine, label)
        inside = [psutil.Process(pid) for pid, _ in processes(engine, hears)]
        engine._api.pause(deaf)
        judge.send_signal(signal.SIGKILL)
        judge.wait()
    assert until(lambda: engine.labelled(LABEL, label) == [deaf])
    assert psutil.wait_procs(inside, timeout=20)[1] == []
    with open_sandbox("docker"):
        assert engine.labelled(LABEL, label) == []


def running(engine: Engine, label: str) -> list[str]:
    found = inspected(engine, engine.labelled(LABEL, label))
    return [identity for identity, told in found.items() if told["State"]["Running"]]


def test_two_judges_at_once_keep_their_own(box: DockerSandbox, engine: Engine) -> None:
    with another_judge() as (_, label):
        with open_sandbox("docker") as other:  # sweeps
            assert answer(run(other, ONE)) == 1
        assert answer(run(box, ONE)) == 1
        assert len(engine.labelled(LABEL, label)) == 2
    assert until(lambda: engine.labelled(LABEL, label) == [])


def test_what_is_left_of_a_judge_that_is_gone_is_removed_and_all_else_kept(box: DockerSandbox, engine: Engine) -> None:
    mine = this_judge()
    gone, elsewhere = replace(mine, started="1"), replace(mine, host="another")
    made = {
        judge.text(): engine.create(describe(image_name(), {LABEL: judge.text()}, Settings(), 1), f"landau-test-{n}")
        for n, judge in enumerate((gone, elsewhere, mine))
    }
    try:
        engine.sweep()
        assert [bool(engine.labelled(LABEL, text)) for text in made] == [False, True, True]
    finally:
        for identity in made.values():
            engine.remove(identity)


def test_a_container_is_made_as_described(box: DockerSandbox, engine: Engine) -> None:
    run(box, ONE)
    all_found = inspected(engine, ids(box)).values()
    assert all_found
    for found in all_found:
        host = found["HostConfig"]
        assert host["NetworkMode"] == "none" and host["ReadonlyRootfs"] and host["CapDrop"] == ["ALL"]
        assert not host["Privileged"] and not host["CapAdd"] and not host["Binds"] and not found["Mounts"]
        assert host["PidsLimit"] > 0 and host["NanoCpus"] > 0
        assert host["Memory"] == Settings().memory_bytes
        assert "no-new-privileges:true" in host["SecurityOpt"]
        assert found["Config"]["User"] not in ("", "0", "root")
        judge = parse(found["Config"]["Labels"][LABEL])
        assert judge == this_judge()
    assert len({found["Config"]["User"] for found in all_found}) == len(all_found)


@pytest.mark.parametrize(
    ("variable", "value", "words"),
    [
        ("LANDAU_DOCKER_IMAGE", "landau-sandbox:of-no-version", "make sandbox-image"),
        ("LANDAU_DOCKER_IMAGE", "debian:bookworm-slim", "does not start|refused"),
        ("LANDAU_DOCKER_RUNTIME", "no-such-runtime", "no-such-runtime"),
        ("LANDAU_DOCKER_MEMORY_MB", "much", "LANDAU_DOCKER_MEMORY_MB"),
        ("LANDAU_DOCKER_MEMORY_MB", "12", "LANDAU_DOCKER_MEMORY_MB"),
        ("DOCKER_HOST", "unix:///nowhere.sock", "no Docker engine answers"),
        ("DOCKER_HOST", "tcp://127.0.0.1:1", "no Docker engine answers"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(
    box: Sandbox, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, words: str
) -> None:
    before = set(own_containers())
    monkeypatch.setenv(variable, value)
    with pytest.raises(SandboxError, match=words):
        open_sandbox("docker")
    assert until(lambda: set(own_containers()) <= before)


def test_an_image_of_another_version_is_not_used(box: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANDAU_DOCKER_IMAGE", image_name())
    monkeypatch.setattr("sandbox.docker.backend.content_hash", lambda: "another")
    with pytest.raises(SandboxError, match="another version"):
        open_sandbox("docker")


def test_a_run_that_no_container_has_room_for_is_refused(box: DockerSandbox) -> None:
    seen = run(box, ONE, memory_bytes=64 * 1024 * MIB)
    assert seen.status is Status.FAULT
    assert "LANDAU_DOCKER_MEMORY_MB" in seen.message
