"""The parent's ends of a cell's pipes. Each has one descriptor and one `ready` that never blocks; what comes in is
bounded and believed only as data."""

from __future__ import annotations

import fcntl
import os
import select
import socket
from collections.abc import Iterator
from struct import Struct
from typing import Protocol

from sandbox.api import Status
from sandbox.guest.carried import ProbeSequence, Stream, Tape

CHUNK = 1 << 18
F_ADD_SEALS, ALL_SEALS = 1033, 15
SEALED_SIZE = 2 | 4 | 1  # no shrinking, no growing, no other seals
HEADER = Struct("<cQ")
REQUEST = Struct("<q")
COUNT = Struct("=Q")


class End(Protocol):
    """`events` to wait for; `ready` returns a status when the run must stop, and sets `fd` to -1 when it is done."""

    fd: int
    events: int

    def ready(self) -> Status | None: ...


class Collector:
    """Reads an output. Keeps `keep` bytes; counts all; more than `most` stops the run."""

    events = select.POLLIN

    def __init__(self, fd: int, keep: int, most: int | None = None) -> None:
        self.fd = fd
        self.kept = bytearray()
        self.total = 0
        self._keep = keep
        self._most = most
        os.set_blocking(fd, False)

    def ready(self) -> Status | None:
        try:
            data = os.read(self.fd, CHUNK)
        except BlockingIOError:
            return None
        if not data:
            self.close()
            return None
        self.total += len(data)
        self.kept += data[: self._keep - len(self.kept)]
        return Status.OUTPUT_LIMIT if self._most is not None and self.total > self._most else None

    def drain(self) -> Status | None:
        """Read what a cell left that is gone."""
        stop = None
        while self.fd >= 0 and stop is None:
            before = self.total
            stop = self.ready()
            if self.total == before:
                break
        return stop

    def close(self) -> None:
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1


class Control:
    """Reads the guest's frames: first `ready` alone, then one frame that ends the run."""

    events = select.POLLIN

    def __init__(self, channel: socket.socket, answer_bytes: int, message_bytes: int) -> None:
        channel.setblocking(False)
        self.channel = channel
        self.fd = channel.fileno()
        self.frame: tuple[bytes, bytes] | None = None
        self.closed = False
        self._most = {b"A": answer_bytes}
        self._message_bytes = message_bytes
        self._header = bytearray()
        self._kind = b""
        self._body = bytearray()
        self._at = 0

    def ready(self) -> Status | None:
        try:
            if len(self._header) < HEADER.size:
                return self._read_header()
            return self._read_body()
        except BlockingIOError:
            return None
        except ConnectionError:
            return self._end()

    def _end(self) -> Status | None:
        self.closed = True
        self.fd = -1
        return None

    def _read_header(self) -> Status | None:
        data = self.channel.recv(HEADER.size - len(self._header))
        if not data:
            return self._end()
        self._header += data
        if len(self._header) < HEADER.size:
            return None
        self._kind, size = HEADER.unpack(self._header)
        if size > self._most.get(self._kind, self._message_bytes):
            return Status.OUTPUT_LIMIT if self._kind in self._most else Status.BAD_ANSWER
        self._body = bytearray(size)
        self._at = 0
        return self._finish() if size == 0 else None

    def _read_body(self) -> Status | None:
        got = self.channel.recv_into(memoryview(self._body)[self._at :])
        if got == 0:
            return self._end()
        self._at += got
        return self._finish() if self._at == len(self._body) else None

    def _finish(self) -> Status | None:
        self.frame = (self._kind, bytes(self._body))
        self._header.clear()
        self._body = bytearray()
        return None

    def take(self) -> tuple[bytes, bytes] | None:
        frame, self.frame = self.frame, None
        return frame


class Feeder:
    """Writes a stream as it is read."""

    events = select.POLLOUT

    def __init__(self, fd: int, stream: Stream) -> None:
        self.fd = fd
        self._chunks: Iterator[bytes] = stream.chunks()
        self._rest = memoryview(b"")
        os.set_blocking(fd, False)

    def ready(self) -> Status | None:
        try:
            while not self._rest:
                self._rest = memoryview(next(self._chunks))
            self._rest = self._rest[os.write(self.fd, self._rest) :]
        except BlockingIOError:
            pass
        except (StopIteration, BrokenPipeError):
            self.close()
        return None

    def close(self) -> None:
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1


class Probes:
    """The reads that a run has left, over all its sequences."""

    def __init__(self, most: int | None) -> None:
        self.count = 0
        self.most = most


class ProbeServer:
    """Answers reads of one sequence, and counts them."""

    events = select.POLLIN

    def __init__(self, channel: socket.socket, sequence: ProbeSequence, probes: Probes) -> None:
        channel.setblocking(False)
        self.channel = channel
        self.fd = channel.fileno()
        self._sequence = sequence
        self._probes = probes
        self._rest = b""

    def ready(self) -> Status | None:
        try:
            data = self._rest + self.channel.recv(4096)
        except BlockingIOError:
            return None
        except ConnectionError:
            data = b""
        if len(data) == len(self._rest):
            self.fd = -1
            return None
        whole = len(data) // REQUEST.size * REQUEST.size
        self._rest = data[whole:]
        for (index,) in REQUEST.iter_unpack(data[:whole]):
            if not 0 <= index < len(self._sequence):
                return Status.BAD_ANSWER  # the guest never asks so
            self._probes.count += 1
            if self._probes.most is not None and self._probes.count > self._probes.most:
                return Status.PROBE_LIMIT
            try:
                self.channel.send(REQUEST.pack(self._sequence[index]))
            except BlockingIOError:
                return Status.BAD_ANSWER  # asks without reading: the guest never does
            except OSError:
                self.fd = -1
                break
        return None


class TapeServer:
    """Hands out a tape block by block, and counts what it handed out."""

    events = select.POLLIN

    def __init__(self, channel: socket.socket, tape: Tape, probes: Probes) -> None:
        channel.setblocking(False)
        self.channel = channel
        self.fd = channel.fileno()
        self._tape = tape
        self._probes = probes
        self._at = 0
        self._rest = b""

    def ready(self) -> Status | None:
        try:
            data = self._rest + self.channel.recv(REQUEST.size)
        except BlockingIOError:
            return None
        except ConnectionError:
            data = b""
        if len(data) == len(self._rest):
            self.fd = -1
            return None
        self._rest = data
        if len(data) < REQUEST.size:
            return None
        if len(data) > REQUEST.size or REQUEST.unpack(data) != (self._at,):
            return Status.BAD_ANSWER  # the guest never asks so
        self._rest = b""
        left = len(self._tape) - self._at
        if self._probes.most is not None:
            spare = self._probes.most - self._probes.count
            if left and spare <= 0:
                return Status.PROBE_LIMIT
            left = min(left, spare)
        block = self._tape.values[self._at : self._at + min(left, self._tape.block)]
        self._at += len(block)
        self._probes.count += len(block)
        message = REQUEST.pack(len(block)) + block
        try:
            if self.channel.send(message) < len(message):
                return Status.BAD_ANSWER  # it asked without reading: the guest never does
        except BlockingIOError:
            return Status.BAD_ANSWER
        except OSError:
            self.fd = -1
        return None


class Counter:
    """A number that a guest counts up and the parent reads when the run is over, however it ended."""

    def __init__(self) -> None:
        self.fd = os.memfd_create("counter", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
        os.ftruncate(self.fd, COUNT.size)
        fcntl.fcntl(self.fd, F_ADD_SEALS, SEALED_SIZE)

    def read(self) -> int:
        return int(COUNT.unpack(os.pread(self.fd, COUNT.size, 0))[0])

    def close(self) -> None:
        os.close(self.fd)


def memory_file(name: str, data: bytes) -> int:
    """A sealed memory file that holds `data`."""
    fd = os.memfd_create(name, os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(fd, rest) :]
    os.lseek(fd, 0, os.SEEK_SET)  # a program may read it as its stdin
    fcntl.fcntl(fd, F_ADD_SEALS, ALL_SEALS)
    return fd
