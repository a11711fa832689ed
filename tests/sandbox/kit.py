"""Short words for tests of the sandbox."""

from __future__ import annotations

import os
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
            processes=len(own.children(recursive=True)),
            descriptors=len(os.listdir("/proc/self/fd")),
            mounts=len(Path("/proc/self/mountinfo").read_text().splitlines()),
            groups=len(own_groups()),
        )


def own_groups() -> list[str]:
    """The cgroups of this process's sandboxes, wherever they are."""
    found = []
    for folder, folders, _ in os.walk("/sys/fs/cgroup"):
        found += [f"{folder}/{name}" for name in folders if name.startswith(f"landau-{os.getpid()}-")]
    return found
