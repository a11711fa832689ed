"""One container as the judge sees it: hand it tasks, believe little of what comes back, end it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet
from typing import Any, Protocol

from sandbox.api import Execution, SandboxError, Task
from sandbox.docker.codec import Unbelievable, believe, encode_task, most_bytes
from sandbox.docker.framing import Output, Unframed, framed
from sandbox.docker.room import Room
from sandbox.guest import wire
from sandbox.native.callgrind import scaled

CHUNK = 1 << 18
READER = "landau-container"  # the name of the threads that listen
OPENING_BYTES = 1 << 16
START_SECONDS = 90
MARGIN_NS = 60_000_000_000  # beyond a run's own limit, for what surrounds it: the first start of a runtime, say
INPUT_BYTES_PER_S = 1 << 21


class Gone(Exception):
    """The container ended, or was ended, with this run in it."""


class NotBegun(Gone):
    """The same, before it had the whole task."""


class Transport(Protocol):
    def send(self, data: bytes) -> None: ...
    def receive(self, size: int) -> bytes: ...
    def hang_up(self) -> None: ...
    def close(self) -> None: ...


class Container:
    """`line` leads to its supervisor; `remove` kills it and takes it away, whatever made the line end. Safe to use from
    several threads."""

    def __init__(
        self,
        identity: str,
        line: Transport,
        cores: int,
        memory_bytes: int,
        remove: Callable[[], None],
        margin_ns: int = MARGIN_NS,
    ) -> None:
        self.identity = identity
        self._line = line
        self._cores = cores
        self._remove = remove
        self._margin_ns = margin_ns
        self._lock = threading.Lock()
        self._sending = threading.Lock()
        self._room = Room(memory_bytes)
        self._waiting: dict[int, tuple[Future[bytes], int]] = {}
        self._numbers = iter(range(1, 1 << 62))
        self._opened: Future[bytes] = Future()
        self._output = Output(self._most)
        self._end: str | None = None
        self._reader = threading.Thread(target=self._read, name=READER, daemon=True)
        self._reader.start()

    @property
    def alive(self) -> bool:
        return self._end is None

    def open(self, opening: dict[str, Any]) -> dict[str, Any]:
        """What its supervisor says when it is ready. Raises SandboxError."""
        try:
            self._send(wire.encode(opening))
            said = wire.decode_answer(self._opened.result(START_SECONDS))
        except (OSError, Gone, NotYet, wire.WireError) as error:
            self.end("it did not start")
            stderr = self._output.stderr.decode("utf-8", "replace").strip()
            raise SandboxError(f"a container does not start: {stderr or error or 'no word from it'}") from None
        if type(said) is not dict or "error" in said:
            self.end("it did not start")
            raise SandboxError(f"in the container: {said['error'] if type(said) is dict else 'junk'}")
        return said

    def run(self, task: Task) -> Execution:
        """Raises Gone."""
        limits = scaled(task.limits) if task.count_instructions else task.limits
        with self._room.taken(limits.memory_bytes):
            began = time.monotonic_ns()
            number, reply = self._expect(most_bytes(limits))
            try:
                self._send(wire.encode((number, encode_task(task))))
                wait_ns = limits.wall_ns + self._margin_ns + len(task.input) * 1_000_000_000 // INPUT_BYTES_PER_S
                said = reply.result(wait_ns / 1e9)
                return believe(said, task, time.monotonic_ns() - began, self._cores)
            except NotYet:
                raise self._lost("it did not answer in time") from None
            except (Unbelievable, MemoryError) as error:
                raise self._lost(f"its reply cannot be believed: {error}") from None
            finally:
                with self._lock:
                    self._waiting.pop(number, None)

    def _expect(self, most: int) -> tuple[int, Future[bytes]]:
        with self._lock:
            if self._end is not None:
                raise NotBegun(self._end)
            number, reply = next(self._numbers), Future[bytes]()
            self._waiting[number] = reply, most
            return number, reply

    def _send(self, message: bytes) -> None:
        try:
            with self._sending:
                if self._end is not None:
                    raise NotBegun(self._end)
                self._line.send(framed(message))
        except OSError as error:
            self.end(f"it does not listen: {error}")
            raise NotBegun(self._end) from None

    def _lost(self, why: str) -> Gone:
        self.end(why)
        return Gone(self._end)

    # ------------------------------------------------------------ what comes

    def _most(self) -> int:
        """The longest message that may come now."""
        with self._lock:
            return max((most for _, most in self._waiting.values()), default=0) + OPENING_BYTES

    def _read(self) -> None:
        why = "the container ended"
        try:
            while data := self._line.receive(CHUNK):
                for message in self._output.feed(data):
                    self._take(message)
        except (Unframed, Unbelievable) as error:
            why = f"the container broke the protocol: {error}"
        except Exception as error:  # whatever it is, the container goes
            why = f"the line to the container broke: {type(error).__name__}: {error}"
        self.end(why)
        with self._sending:
            self._line.close()
        self._remove()

    def _take(self, message: bytes) -> None:
        if not self._opened.done():
            self._opened.set_result(message)
            return
        number, said = _numbered(message)
        with self._lock:
            reply, _ = self._waiting.pop(number, (None, 0))
        if reply is None:
            raise Unbelievable("a reply to no task")
        reply.set_result(said)

    # ------------------------------------------------------------ the end

    def end(self, why: str) -> None:
        """Hang up, and have it removed. Does not wait for that. The first reason stays."""
        with self._lock:
            if self._end is not None:
                return
            self._end = why
            waiting = [reply for reply, _ in self._waiting.values()]
            self._waiting.clear()
        self._line.hang_up()
        for reply in (self._opened, *waiting):
            if not reply.done():
                reply.set_exception(Gone(why))

    def await_removed(self) -> None:
        self._reader.join()


def _numbered(message: bytes) -> tuple[int, bytes]:
    try:
        said = wire.decode_answer(message)
    except wire.WireError as error:
        raise Unbelievable(str(error)) from None
    if type(said) is not tuple or tuple(map(type, said)) != (int, bytes):
        raise Unbelievable("a message that is no reply")
    return said
