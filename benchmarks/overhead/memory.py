"""What a judge holds that waits for work, and whether it holds more after ten thousand runs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

import psutil

MIB = 1 << 20
SAMPLES = 10
# The web app and a sandbox, as `judge serve` holds them, in a process of their own.
JUDGE = """
import sys
import judge.cli, judge.dispatch.worker, web
from sandbox import open_sandbox
from sandbox.api import Function, Program, Task
from sandbox.guest.wire import encode
task = Task(Program.single("def nothing():\\n    return None\\n", sys.argv[1]), Function("nothing"), encode(()))
with open_sandbox() as box:
    for line in sys.stdin:
        for _ in range(int(line)):
            box.run(task)
        print("done", flush=True)
"""


@dataclass(frozen=True, slots=True)
class Held:
    """Proportional set size of the judge with all it started, in MiB; open descriptors of the judge."""

    runs: int
    memory_mib: float
    descriptors: int


def held(runtime: str, runs: int, tick: Callable[[], None]) -> list[Held]:
    """After the first few runs, then ten times on the way to `runs`."""
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", JUDGE, runtime]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as judge:
        assert judge.stdin and judge.stdout
        found, done = [], 0
        for count in (10, *[runs // SAMPLES] * (SAMPLES if runs else 0)):
            print(count, file=judge.stdin, flush=True)
            if judge.stdout.readline() != "done\n":
                raise RuntimeError("the judge ended")
            done += count
            found.append(_look(judge.pid, done))
            tick()
        judge.stdin.close()
    return found


def _look(pid: int, runs: int) -> Held:
    judge = psutil.Process(pid)
    total = 0
    for process in (judge, *judge.children(recursive=True)):
        try:
            total += process.memory_full_info().pss
        except psutil.Error:
            continue  # a cell that just ended
    return Held(runs, total / MIB, judge.num_fds())
