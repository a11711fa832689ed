"""A container without a container: a thread that plays its supervisor at the other end of a line."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Callable
from dataclasses import replace

from sandbox.api import Execution, Function, Limits, Program, Status, Task
from sandbox.docker.codec import encode_execution
from sandbox.docker.container import Container
from sandbox.docker.framing import Messages, framed
from sandbox.guest import wire

Reply = Callable[[int], bytes]  # from the number of a task to the bytes that are sent
GOOD = Execution(Status.OK, answer=wire.encode(1))
ROOM_BYTES = 1000
READY = wire.encode({"build": "x"})


def task(limits: Limits | None = None, source: str = "x", owner: str = "") -> Task:
    program = replace(Program.single(source), owner=owner)
    return Task(program, Function("f"), wire.encode(()), limits or Limits(wall_ns=1_000_000_000, memory_bytes=100))


def docker(data: bytes, stream: int = 1) -> bytes:
    return struct.pack(">B3xL", stream, len(data)) + data


def message(data: bytes) -> bytes:
    return docker(framed(data))


def honest(number: int) -> bytes:
    return message(wire.encode((number, encode_execution(GOOD))))


class SocketLine:
    def __init__(self, end: socket.socket) -> None:
        self._end = end

    def send(self, data: bytes) -> None:
        self._end.sendall(data)

    def receive(self, size: int) -> bytes:
        return self._end.recv(size)

    def hang_up(self) -> None:
        with contextlib.suppress(OSError):
            self._end.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._end.close()


class Played:
    """`container` is the judge's side. Each task is answered by `reply`; None hangs up instead."""

    def __init__(self, reply: Reply | None = honest, opening: bytes = READY, margin_ns: int = 20_000_000_000) -> None:
        ours, self._theirs = socket.socketpair()
        self.removed = threading.Event()
        self._reply = reply
        self._opening = opening
        self.container = Container("played", SocketLine(ours), 2, ROOM_BYTES, self.removed.set, margin_ns)
        self._thread = threading.Thread(target=self._play, daemon=True)
        self._thread.start()

    def opened(self) -> Played:
        self.container.open({})
        return self

    def _play(self) -> None:
        messages = Messages(lambda: 1 << 40)
        first = True
        with self._theirs:
            try:
                while data := self._theirs.recv(1 << 16):
                    for said in messages.feed(memoryview(data)):
                        if first:
                            self._theirs.sendall(message(self._opening))
                        elif self._reply is None:
                            return
                        else:
                            self._theirs.sendall(self._reply(wire.decode(said)[0]))
                        first = False
            except OSError:
                return
