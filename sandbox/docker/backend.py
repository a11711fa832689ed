"""The docker backend: the same cells, in containers of a Docker engine."""

from __future__ import annotations

import hashlib
import os
import secrets
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from sandbox.api import MIB, Accounting, Execution, Program, Sandbox, SandboxError, Status, Strength, Task
from sandbox.docker.confinement import Settings, describe
from sandbox.docker.container import Container, Gone, NotBegun
from sandbox.docker.engine import Engine
from sandbox.docker.image import BUILD, content_hash, image_name
from sandbox.docker.judges import LABEL, this_judge
from sandbox.docker.pool import Pool
from sandbox.docker.room import AT_ONCE
from sandbox.guest.carried import WireError
from sandbox.runtimes import RUNTIMES

SANDBOX_LABEL = "landau.sandbox"
WEAKNESSES = (
    "Inside a container there is no cgroup for a cell: memory is sampled every few milliseconds, so a short peak may "
    "be missed, and files in /tmp are limited but not counted as memory.",
    "What a run used is measured in its container: code that broke out of its cell could lie about that.",
)

TOO_LARGE = "a run may take at most {} MiB in a container; LANDAU_DOCKER_MEMORY_MB says what a container may"


class DockerSandbox(Sandbox):
    """See :class:`sandbox.api.Sandbox`. Open it after the last fork of the process that uses it.

    Programs of one owner (without one: the same program) share a container, others never do. All containers of one
    sandbox hash strings with the same secret seed, as the cells of the native one do.
    """

    def __init__(self) -> None:
        """Raises SandboxError: no engine, no image, or one that does not start."""
        self._settings = Settings.from_environment()
        self._image = image_name()
        self._engine = Engine()
        try:
            self._engine.require_image(self._image)
            self._engine.sweep()
            self._labels = {LABEL: this_judge().text(), SANDBOX_LABEL: secrets.token_hex(8)}
            self._hash_seed = secrets.randbelow(2**32 - 1) + 1
            self._lock = threading.Lock()
            self._runtimes: dict[str, None] = {"python": None}
            self._pool = Pool(self._make)
        except BaseException:
            self._engine.close()
            raise
        try:
            self._pool.prepare()
        except BaseException:
            self.close()
            raise

    def run(self, task: Task) -> Execution:
        if task.program.runtime not in RUNTIMES:
            return Execution(Status.FAULT, message=f"no runtime {task.program.runtime!r}; there are {sorted(RUNTIMES)}")
        if task.limits.memory_bytes > self._settings.room_bytes:
            return Execution(Status.FAULT, message=TOO_LARGE.format(self._settings.room_bytes // MIB))
        with self._lock:
            self._runtimes[task.program.runtime] = None  # what is asked for is warm in the next containers
        try:
            return self._run(task)
        except (Gone, SandboxError, WireError) as error:
            return Execution(Status.FAULT, message=f"docker: {error}")

    def _run(self, task: Task) -> Execution:
        """Once more in a fresh container, should the first be gone before it had the task."""
        owner = owner_of(task.program)
        try:
            with self._pool.lease(owner) as container:
                return container.run(task)
        except NotBegun:
            with self._pool.lease(owner) as container:
                return container.run(task)

    def strength(self) -> Strength:
        return Strength("docker", Accounting.SAMPLED, False, WEAKNESSES)

    # ------------------------------------------------------------ containers

    def _make(self) -> Container:
        with self._lock:
            runtimes = list(self._runtimes)
        described = describe(self._image, self._labels, self._settings, self._engine.cores)
        identity = self._engine.create(described, f"landau-{os.getpid()}-{secrets.token_hex(6)}")
        remove = _quietly(partial(self._engine.remove, identity))
        try:
            line = self._engine.attach(identity)
            self._engine.start(identity)
        except BaseException:
            remove()
            raise
        container = Container(identity, line, self._engine.cores, self._settings.room_bytes, remove)
        said = container.open({"hash_seed": self._hash_seed, "runtimes": runtimes, "at_once": AT_ONCE})
        self._check(container, said)
        return container

    def _check(self, container: Container, said: dict[str, Any]) -> None:
        if said.get("build") != content_hash():
            container.end("another version of the sandbox")
            raise SandboxError(f"the image {self._image} was built from another version of Landau; run `{BUILD}`")

    def close(self) -> None:
        """All containers are gone when this returns."""
        if self._pool.close():
            for identity in self._engine.labelled(SANDBOX_LABEL, self._labels[SANDBOX_LABEL]):
                self._engine.remove(identity)
            self._engine.close()


def owner_of(program: Program) -> str:
    """Whose container `program` runs in."""
    if program.owner:
        return f"owner {program.owner}"
    digest = hashlib.sha256()
    for name, data in sorted(program.files.items()):
        digest.update(hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest() + hashlib.sha256(data).digest())
    return f"program {digest.hexdigest()}"


def _quietly(remove: Callable[[], None]) -> Callable[[], None]:
    """An engine that is gone has taken its containers with it, or the next judge sweeps them."""

    def attempt() -> None:
        try:
            remove()
        except SandboxError:
            return

    return attempt
