"""Measures what this host's clock can tell apart: one program at four sizes, in turn, in the sandbox."""

from __future__ import annotations

import os
import platform
from collections.abc import Generator
from pathlib import Path

from judge.contention import Watch
from judge.growth.calibration import Calibration, of_runs, utc_now
from judge.report import Stage
from sandbox.api import Function, Limits, Program, Sandbox, SandboxError, Status, Strength, Task
from sandbox.docker.image import content_hash
from sandbox.guest.wire import encode_input

SIZES_NS = (300_000, 1_000_000, 3_000_000, 10_000_000)
ROUNDS = 25
SHOWN = 5  # rounds between two words of progress
TEXT = "measuring what this host's clock can tell apart (once, some seconds)"
FIRST_SIZE = 20_000  # some milliseconds: how fast this host is
# What submissions mostly do: numbers, lists, dictionaries.
PROGRAM = """
def f(n):
    seen, kept = {}, []
    for i in range(n):
        key = i * 7919 % 1009
        seen[key] = seen.get(key, 0) + i
        kept.append(key)
    return len(kept) + len(seen)
"""
LIMITS = Limits(cpu_ns=2_000_000_000, wall_ns=10_000_000_000)
LEAST_SIZE, MOST_SIZE = 100, 2_000_000


def calibrate(sandbox: Sandbox) -> Generator[Stage, None, Calibration]:
    """Yields how far it is: one or two seconds where nothing else runs. Raises SandboxError, ValueError."""
    watch = Watch()
    yield Stage(text=TEXT, done=0, total=ROUNDS)
    sizes = _sizes(sandbox)
    runs: dict[int, list[int]] = {size: [] for size in sizes}
    for done in range(ROUNDS):
        for size in sizes if done % 2 == 0 else sizes[::-1]:
            runs[size].append(_run(sandbox, size))
        if (done + 1) % SHOWN == 0:
            yield Stage(text=TEXT, done=done + 1, total=ROUNDS)
    return of_runs(
        runs,
        busy_cores=watch.read().busy_cores,
        measured_at=utc_now().isoformat(timespec="seconds"),
        host=fingerprint(sandbox.strength()),
    )


def _sizes(sandbox: Sandbox) -> list[int]:
    """What the program is to be called with so that it costs about SIZES_NS. By two costs: a part of each is fixed."""
    small, large = (min(_run(sandbox, size) for _ in range(3)) for size in (LEAST_SIZE, FIRST_SIZE))
    each_ns = max(1.0, (large - small) / (FIRST_SIZE - LEAST_SIZE))
    wanted = [int((cost - small) / each_ns) for cost in SIZES_NS]
    sizes = [min(MOST_SIZE, max(LEAST_SIZE, size)) for size in wanted]
    return sorted({size + place for place, size in enumerate(sizes)})  # four different ones, whatever was seen


def _run(sandbox: Sandbox, size: int) -> int:
    data, attachments = encode_input((size,))
    program = Program.single(PROGRAM)
    seen = sandbox.run(Task(program, Function("f"), data, LIMITS, attachments))
    if seen.status is not Status.OK:
        raise SandboxError(f"the program for it did not run: {seen.status} {seen.message}".strip())
    return max(1, seen.cpu_ns)


def fingerprint(strength: Strength) -> str:
    """What a calibration depends on. Another one, and it is made anew."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return "; ".join(
        (
            _processor(),
            f"{platform.system()} {platform.release()}",
            f"{cores} cores",
            f"{strength.backend}, {strength.accounting}",
            f"sandbox {content_hash()}",
        )
    )


def _processor(cpuinfo: Path = Path("/proc/cpuinfo")) -> str:
    try:
        for line in cpuinfo.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except (OSError, ValueError):
        pass
    return platform.processor() or platform.machine()
