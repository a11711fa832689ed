"""How long after its limit a run is dead, with all its descendants, while every core is busy with something else."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import psutil

from sandbox import runner_folder
from sandbox.api import Function, Limits, Program, Status, Task
from sandbox.guest.wire import encode
from sandbox.native.backend import NativeSandbox

CPU_NS, WALL_NS = 100_000_000, 300_000_000
SPIN = "def attack():\n    while True:\n        pass\n"
SLEEP = "import time\ndef attack():\n    time.sleep(60)\n"
CHILDREN = """
import os
def attack():
    for _ in range(12):
        if os.fork() == 0:
            os.setsid()
            break
    while True:
        pass
"""
PROGRAMS = {
    "a loop, CPU limit": (SPIN, Limits(cpu_ns=CPU_NS), Status.CPU_LIMIT),
    "a sleeper, wall limit": (SLEEP, Limits(wall_ns=WALL_NS), Status.WALL_LIMIT),
    "13 busy processes, wall limit": (CHILDREN, Limits(wall_ns=WALL_NS), Status.WALL_LIMIT),
}


@contextlib.contextmanager
def busy_cores() -> Iterator[None]:
    """A process that never rests for each core."""
    burners = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in psutil.Process().cpu_affinity()]
    try:
        yield
    finally:
        for burner in burners:
            burner.kill()
            burner.wait()


def overruns(runs: int, tick: Callable[[], None]) -> dict[str, list[int]]:
    """ns from the limit until no process of the cell is left, of each run, by program."""
    found: dict[str, list[int]] = {name: [] for name in PROGRAMS}
    with NativeSandbox(runner_folder()) as box, busy_cores():
        for number in range(runs):
            name, (source, limits, status) = list(PROGRAMS.items())[number % len(PROGRAMS)]
            seen = box.run(Task(Program.single(source), Function("attack"), encode(()), limits))
            gone_ns = _await_end(box)
            assert seen.status is status, seen
            over = seen.cpu_ns - limits.cpu_ns if status is Status.CPU_LIMIT else seen.wall_ns - limits.wall_ns
            found[name].append(over + gone_ns)
            tick()
    return found


def _await_end(box: NativeSandbox) -> int:
    """ns until the cell that ran last is gone. The kernel lets its first process end only after all others."""
    began = time.monotonic_ns()
    for slots in box._idle.values():
        slots[-1]._await_end()
    return time.monotonic_ns() - began
