"""Containers by owner: a few are kept for who used them last, and some wait warm for who comes next."""

from __future__ import annotations

import contextlib
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from sandbox.api import SandboxError
from sandbox.docker.container import Container

LEASES = 4
SPARES = 1
WORKERS = 2


@dataclass(slots=True)
class Lease:
    """`users`: runs that go on in it now."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    container: Container | None = None
    users: int = 0


class Pool:
    """`make` starts a container; it runs in threads of the pool's own."""

    def __init__(self, make: Callable[[], Container]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._leases: OrderedDict[str, Lease] = OrderedDict()
        self._spares: deque[Future[Container]] = deque()
        self._workers = ThreadPoolExecutor(WORKERS, "landau-docker")
        self._closed = False

    def prepare(self) -> Container:
        """Start the spares, and wait for the first. Raises what `make` raises."""
        with self._lock:
            self._refill()
            first = self._spares[0]
        return first.result()

    @contextlib.contextmanager
    def lease(self, owner: str) -> Iterator[Container]:
        """A living container that only `owner` uses. Raises SandboxError."""
        lease = self._enter(owner)
        try:
            with lease.lock:
                if lease.container is None or not lease.container.alive:
                    lease.container = self._fresh()
                container = lease.container
            yield container
        finally:
            self._leave(lease)

    def _enter(self, owner: str) -> Lease:
        with self._lock:
            self._check_open()
            lease = self._leases.setdefault(owner, Lease())
            lease.users += 1
            self._leases.move_to_end(owner)
        return lease

    def _leave(self, lease: Lease) -> None:
        with self._lock:
            lease.users -= 1
            idle = [owner for owner, one in self._leases.items() if one.users == 0]
            given_up = [self._leases.pop(owner) for owner in idle[: max(0, len(self._leases) - LEASES)]]
        for one in given_up:
            if one.container is not None:
                one.container.end("it was given up for others")

    def _check_open(self) -> None:
        if self._closed:
            raise SandboxError("the sandbox is closed")

    # ------------------------------------------------------------ spares

    def _fresh(self) -> Container:
        """A container that nobody has used: one that waits, or, should that have failed, one made now."""
        for may_wait in (True, False):
            with self._lock:
                self._check_open()
                spare = self._spares.popleft() if may_wait and self._spares else self._workers.submit(self._make)
                self._refill()
            try:
                container = spare.result()
            except SandboxError:
                if not may_wait:
                    raise
                continue
            if container.alive:
                return container
        raise SandboxError("a container ended as soon as it had started")

    def _refill(self) -> None:
        while len(self._spares) < SPARES:
            self._spares.append(self._workers.submit(self._make))

    def close(self) -> bool:
        """End all containers, and wait until they are gone. False when that was done before."""
        with self._lock:
            if self._closed:
                return False
            self._closed = True
            spares = [spare for spare in self._spares if not spare.cancel()]
            containers = [lease.container for lease in self._leases.values() if lease.container is not None]
            self._leases.clear()
        for spare in spares:
            with contextlib.suppress(SandboxError):
                containers.append(spare.result())
        self._workers.shutdown()
        for container in containers:
            container.end("the sandbox is closed")
        for container in containers:
            container.await_removed()
        return True
