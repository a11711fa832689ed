"""What happens around the runs: several at once, ends of every kind, and nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

import sandbox as package
from sandbox import open_sandbox, runner_folder
from sandbox.api import Accounting, Function, Limits, Program, Sandbox, SandboxError, Status, Task
from sandbox.docker.backend import DockerSandbox
from sandbox.guest import wire
from sandbox.native.backend import NativeSandbox
from sandbox.native.outcome import CROWDED
from tests.sandbox.kit import Leftovers, answer, own_groups, run, settled, task, unlimited_processes, until

PROJECT = Path(package.__file__).parent.parent


def test_runs_from_many_threads_do_not_mix(sandbox: Sandbox) -> None:
    source = "def f(n):\n    print('p', n)\n    return [n] * 10"

    def one(n: int) -> None:
        seen = run(sandbox, source, (n,))
        assert answer(seen) == [n] * 10
        assert seen.stdout == f"p {n}\n".encode()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(one, range(60)))


def test_a_run_at_its_limit_does_not_disturb_another(sandbox: Sandbox) -> None:
    eat = task("def f():\n    x = []\n    while True:\n        x.append(b'x' * 1000000)", memory_bytes=40 << 20)
    bomb = task(
        "import os\ndef f():\n    while True:\n        try: os.fork()\n        except OSError: pass", cpu_ns=200_000_000
    )
    calm = task("def f():\n    return sum(range(300000))")
    with ThreadPoolExecutor(3) as pool:
        statuses = [seen.status for seen in pool.map(sandbox.run, [eat, bomb, calm] * 3)]
    # Who may fork on is ended for its number.
    bombed = Status.EXCEPTION if unlimited_processes(sandbox) else Status.CPU_LIMIT
    assert statuses == [Status.MEMORY_LIMIT, bombed, Status.OK] * 3


def test_nothing_stays_after_many_runs(own_sandbox: Sandbox) -> None:
    statuses = ["return 1", "raise ValueError", "import os; os._exit(1)", "return (i for i in ())"]
    for body in statuses:
        run(own_sandbox, f"def f():\n    {body}")
    before = settled()
    for body in statuses * 10:
        run(own_sandbox, f"def f():\n    {body}")
    assert until(lambda: Leftovers.count() == before), (Leftovers.count(), before)


def test_close_ends_everything_of_its_own(opening: Callable[[], Sandbox]) -> None:
    with opening() as other:
        run(other, "def f():\n    return 1")
        before = settled()
        with opening() as opened:
            with ThreadPoolExecutor(3) as pool:
                list(pool.map(opened.run, [task("def f():\n    return 1")] * 6))
            assert Leftovers.count() != before
        assert until(lambda: Leftovers.count() == before), (Leftovers.count(), before)
        assert answer(run(other, "def f():\n    return 1")) == 1


def test_a_closed_sandbox_says_so(opening: Callable[[], Sandbox]) -> None:
    opened = opening()
    opened.close()
    opened.close()
    seen = run(opened, "def f():\n    return 1")
    assert seen.status is Status.FAULT
    assert "closed" in seen.message


def test_a_killed_zygote_is_replaced(own_native: NativeSandbox) -> None:
    run(own_native, "def f():\n    return 1")
    (zygote,) = own_native._zygotes.values()
    family = psutil.Process(zygote.process.pid).children(recursive=True)
    zygote.process.kill()
    zygote.process.wait()
    psutil.wait_procs(family, timeout=20)
    assert answer(run(own_native, "def f():\n    return 2")) == 2


JUDGE = """
import sys, time, threading
from sandbox import open_sandbox, runner_folder
from tests.sandbox.kit import task
opened = open_sandbox()
opened.run(task("def f():\\n    return 1"))
burn = task("def f():\\n    while True: pass", cpu_ns=10**12, wall_ns=10**12)
threading.Thread(target=opened.run, args=(burn,), daemon=True).start()
print("running", flush=True)
time.sleep(1000)
"""


def test_a_judge_killed_without_warning_takes_all_with_it() -> None:
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    judge = subprocess.Popen([sys.executable, "-c", JUDGE], stdout=subprocess.PIPE, cwd=PROJECT, env=environment)
    assert judge.stdout is not None
    with judge.stdout:
        assert judge.stdout.readline() == b"running\n"
        own = psutil.Process(judge.pid)
        assert until(lambda: len(own.children(recursive=True)) >= 4)  # launcher, zygote, slot, cell
        family = own.children(recursive=True)
        judge.send_signal(signal.SIGKILL)
        judge.wait()
    _, alive = psutil.wait_procs(family, timeout=20)
    assert not alive, alive


def test_what_a_killed_judge_left_in_the_cgroups_is_removed_by_the_next() -> None:
    with open_sandbox() as probe:
        if probe.strength().accounting is Accounting.SAMPLED:
            pytest.skip("this host gives us no cgroup")
        groups = own_groups_after_a_run(probe)
    places = {Path(group).parent for group in groups if not Path(group).parent.name.startswith("landau-")}
    left = {place / f"landau-{2**22 + os.getpid()}-1-0" for place in places}
    for folder in left:
        folder.mkdir()
    with open_sandbox():
        assert not any(folder.exists() for folder in left)


def own_groups_after_a_run(opened: Sandbox) -> list[str]:
    run(opened, "def f():\n    return 1")
    return own_groups()


def test_a_missing_runner_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SandboxError, match="make setup"):
        open_sandbox(runner=tmp_path)


def test_an_unknown_backend_is_said() -> None:
    with pytest.raises(SandboxError, match="no backend 'chroot'"):
        open_sandbox("chroot")


def test_strength_says_where_figures_come_from(sandbox: Sandbox) -> None:
    strength = sandbox.strength()
    assert strength.backend == ("docker" if isinstance(sandbox, DockerSandbox) else "native")
    assert strength.strong == (strength.accounting is not Accounting.SAMPLED) == (not strength.weaknesses)
    assert run(sandbox, "def f():\n    return 1").accounting is strength.accounting


@pytest.mark.skipif(os.geteuid() != 0, reason="an ordinary user's processes are limited by the kernel")
def test_where_the_kernel_limits_no_processes_a_fork_bomb_is_seen_and_ended() -> None:
    """Root in a user namespace that root made: RLIMIT_NPROC does not hold for it."""
    bomb = "import os\ndef f():\n    while True:\n        os.fork()\n"
    limits = Limits(cpu_ns=20_000_000_000, wall_ns=60_000_000_000, processes=8)
    with NativeSandbox(runner_folder(), ordinary_user=True) as sandbox:
        seen = sandbox.run(Task(Program.single(bomb), Function("f"), wire.encode(()), limits))
    assert (seen.status, seen.message) == (Status.EXCEPTION, CROWDED)
    assert seen.cpu_ns < limits.cpu_ns / 4
