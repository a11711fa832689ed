"""Short words for tests of the sandbox."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from sandbox.api import Entry, Execution, Function, Limits, Program, Sandbox, Task
from sandbox.guest import wire


def task(
    source: str | dict[str, bytes],
    value: Any = (),
    entry: Entry | None = None,
    runtime: str = "python",
    **limits: Any,
) -> Task:
    """A task that calls `f` unless `entry` says otherwise."""
    data, attachments = wire.encode_input(value)
    files = {"solution.py": source.encode()} if isinstance(source, str) else source
    return Task(Program(files, runtime=runtime), entry or Function("f"), data, Limits(**limits), attachments)


def run(sandbox: Sandbox, *arguments: Any, **keywords: Any) -> Execution:
    return sandbox.run(task(*arguments, **keywords))


def answer(execution: Execution) -> Any:
    assert execution.answer is not None, execution
    return wire.decode(execution.answer)


def until(condition: Callable[[], bool], seconds: float = 20) -> bool:
    """Whether `condition` comes true: what the kernel does a moment later cannot be waited for in another way."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


@dataclass(frozen=True)
class Leftovers:
    """What a sandbox could leave on the host."""

    processes: int
    descriptors: int
    mounts: int
    groups: int

    @classmethod
    def count(cls) -> Leftovers:
        own = psutil.Process()
        return cls(
            processes=sum(map(_lives, own.children(recursive=True))),
            descriptors=len(list(Path("/proc/self/fd").iterdir())),
            mounts=len(Path("/proc/self/mountinfo").read_text().splitlines()),
            groups=len(own_groups()),
        )


def _lives(process: psutil.Process) -> bool:
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def settled() -> Leftovers:
    """The count once the next cells have been made, which happens after a run has returned."""
    counts = [Leftovers.count()]

    def same_again() -> bool:
        counts.append(Leftovers.count())
        return len(counts) > 10 and len(set(counts[-10:])) == 1

    assert until(same_again)
    return counts[-1]


def own_groups() -> list[str]:
    """The cgroups of this process's sandboxes, wherever they are."""
    found = []
    for folder, folders, _ in os.walk("/sys/fs/cgroup"):
        found += [f"{folder}/{name}" for name in folders if name.startswith(f"landau-{os.getpid()}-")]
    return found
