"""Short words for tests of the sandbox."""

from __future__ import annotations

import functools
import gc
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from sandbox.api import Accounting, Entry, Execution, Function, Limits, Program, Sandbox, SandboxError, Task
from sandbox.docker.container import READER
from sandbox.docker.engine import Engine
from sandbox.docker.judges import LABEL, this_judge
from sandbox.docker.pool import Pool
from sandbox.guest import wire

STEADY_SECONDS = 1
OWNER = "tests"  # one for all: in docker they share a container, which each must leave as it was


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
    program = Program(files, runtime=runtime, owner=OWNER)
    return Task(program, entry or Function("f"), data, Limits(**limits), attachments)


def run(sandbox: Sandbox, *arguments: Any, **keywords: Any) -> Execution:
    return sandbox.run(task(*arguments, **keywords))


def answer(execution: Execution) -> Any:
    assert execution.answer is not None, execution
    return wire.decode(execution.answer)


def unlimited_processes(sandbox: Sandbox) -> bool:
    """Root in its own user namespace, and no cgroup: the kernel lets it fork on. In a container nobody is root."""
    strength = sandbox.strength()
    return strength.backend == "native" and strength.accounting is Accounting.SAMPLED and os.geteuid() == 0


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
    containers: int

    @classmethod
    def count(cls) -> Leftovers:
        own = psutil.Process()
        return cls(
            containers=len(own_containers()),
            processes=sum(map(_lives, own.children(recursive=True))),
            descriptors=len(list(Path("/proc/self/fd").iterdir())),
            mounts=sum(map(_not_the_engines, Path("/proc/self/mountinfo").read_text().splitlines())),
            groups=len(own_groups()),
        )


def _not_the_engines(mount: str) -> bool:
    """A Docker engine mounts for each container of anybody; ours are counted apart."""
    return not mount.split()[4].startswith(("/var/lib/docker/", "/run/docker/", "/run/containerd/"))


def _lives(process: psutil.Process) -> bool:
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def settled() -> Leftovers:
    """The count once the next cells and containers have been made, which happens after a run has returned: beside other
    work, long after."""
    assert until(_containers_rest, 60)
    counts = [(Leftovers.count(), time.monotonic())]

    def same_again() -> bool:
        count = Leftovers.count()
        if count != counts[-1][0]:
            counts.clear()
        counts.append((count, time.monotonic()))
        return len(counts) > 10 and counts[-1][1] - counts[0][1] > STEADY_SECONDS

    assert until(same_again)
    return counts[-1][0]


def own_groups() -> list[str]:
    """The cgroups of this process's sandboxes, wherever they are."""
    found = []
    for folder, folders, _ in os.walk("/sys/fs/cgroup"):
        found += [f"{folder}/{name}" for name in folders if name.startswith(f"landau-{os.getpid()}-")]
    return found


def own_containers() -> list[str]:
    """Those of this process's sandboxes."""
    engine = _engine()
    return engine.labelled(LABEL, this_judge().text()) if engine is not None else []


@functools.cache
def _engine() -> Engine | None:
    try:
        return Engine()
    except SandboxError:
        return None


def _containers_rest() -> bool:
    """None is being started or removed."""
    pools = [found for found in gc.get_objects() if isinstance(found, Pool)]
    spares = [spare for pool in pools for spare in pool._spares]
    if not all(spare.done() for spare in spares):
        return False
    containers = [lease.container for pool in pools for lease in pool._leases.values()]
    containers += [spare.result() for spare in spares if not spare.cancelled() and spare.exception() is None]
    alive = sum(container is not None and container.alive for container in containers)
    return alive == sum(thread.name == READER for thread in threading.enumerate())
