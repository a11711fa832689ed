"""Programs that are commands: what their cells are given beyond the task's own limits. Pure."""

from __future__ import annotations

from dataclasses import replace

from sandbox.api import MIB, Accounting, Build, Limits, Main, Task
from sandbox.native.accounting import DATA_SLACK_BYTES, RESERVE_BYTES, RESERVE_FACTOR
from sandbox.toolchains import SEARCH, TOOLCHAINS, Toolchain, find

# What a process is before it allocates anything: program, libraries, stack.
START_BYTES = 64 * MIB
# What a virtual machine's own objects, and a driver's, take of its heap.
OWN_HEAP_MB = 8


def widened(limits: Limits, toolchain: Toolchain) -> Limits:
    """Room for what the toolchain needs itself, and for the cell's first process."""
    return replace(
        limits,
        memory_bytes=limits.memory_bytes + toolchain.overhead_bytes,
        processes=limits.processes + toolchain.threads + 1,
    )


def request(task: Task) -> dict[str, object] | None:
    """What the guest is told of the command of a task with widened limits; None where there is none. Raises ValueError
    for a task that no command can do."""
    program = task.program
    if not program.command:
        return None
    if not isinstance(task.entry, Main | Build) and not program.driver:
        raise ValueError("only a driver can be called; a command is run as a program or a build")
    if task.attachments and not isinstance(task.entry, Main):
        raise ValueError("streams and probed sequences are for Python only")
    toolchain = TOOLCHAINS[program.toolchain]
    words = dict(find(toolchain.name).paths) if toolchain.programs else {}
    memory_mb = max(1, (task.limits.memory_bytes - toolchain.overhead_bytes) // MIB)
    words["memory_mb"] = str(memory_mb)
    words["heap_mb"] = str(memory_mb + (0 if isinstance(task.entry, Main) else held_mb(task, toolchain)))
    return {
        "argv": [argument.format_map(words) for argument in program.command],
        "driver": program.driver,
        "proc": toolchain.proc,
        "environment": {
            "LANG": "C.UTF-8",
            "HOME": "/tmp",
            "TMPDIR": "/tmp",
            "PATH": SEARCH,
            **toolchain.environment,
        },
        "outputs": task.entry.outputs if isinstance(task.entry, Build) else (),
    }


def held_mb(task: Task, toolchain: Toolchain) -> int:
    """What a driver's heap holds at most when it is ready, the decoded input and itself: not the submission's."""
    return OWN_HEAP_MB + toolchain.inflates * len(task.input) // MIB


def mapping_limits(accounting: Accounting, limits: Limits, toolchain: Toolchain) -> dict[str, int]:
    """How much a process of the command may map: beyond what it may touch, where nothing else stops it in time."""
    if toolchain.reserves:
        return {}
    found = {"RLIMIT_AS": RESERVE_FACTOR * limits.memory_bytes + RESERVE_BYTES}
    if accounting is Accounting.SAMPLED:
        found["RLIMIT_DATA"] = limits.memory_bytes + DATA_SLACK_BYTES + START_BYTES
    return found
