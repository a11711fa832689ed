"""What stands in a cell for data that stays with the parent: streams to read, sequences to probe, tapes to run off."""

from __future__ import annotations

import os
import struct
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any

REQUEST = struct.Struct("<q")


def attacher(first_fd: int) -> Callable[[int, str, int], Any]:
    def attach(index: int, kind: str, length: int) -> Any:
        fd = first_fd + index
        if kind == "stream":
            return os.fdopen(fd, encoding="utf-8", newline="", buffering=1 << 16)
        if kind == "tape":
            return RunningTape(fd)
        return ProbedSequence(fd, length)

    return attach


class ProbedSequence(Sequence[int]):
    """Integers that the parent holds. Each element read is one request, and the parent counts it."""

    __slots__ = ("_fd", "_length", "_lock")

    def __init__(self, fd: int, length: int) -> None:
        self._fd = fd
        self._length = length
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self._ask(i) for i in range(*index.indices(self._length))]
        index = index.__index__()
        if index < 0:
            index += self._length
        if not 0 <= index < self._length:
            raise IndexError("index out of range")
        return self._ask(index)

    def __repr__(self) -> str:
        return f"<sequence of {self._length} numbers>"

    def _ask(self, index: int) -> int:
        with self._lock:
            os.write(self._fd, REQUEST.pack(index))
            return int(REQUEST.unpack(_whole(self._fd, REQUEST.size))[0])


class RunningTape:
    """Numbers that the parent hands out in blocks, and counts: ``tape()`` is the next, as is ``next(tape)``."""

    __slots__ = ("_block", "_fd", "_lock", "_taken")

    def __init__(self, fd: int) -> None:
        self._fd = fd
        self._lock = threading.Lock()
        self._block: Iterator[int] = iter(b"")
        self._taken = 0

    def __call__(self) -> int:
        for value in self._block:
            return value
        with self._lock:
            for value in self._block:  # another thread may have been here first
                return value
            os.write(self._fd, REQUEST.pack(self._taken))
            (size,) = REQUEST.unpack(_whole(self._fd, REQUEST.size))
            if size == 0:
                raise EOFError(f"there are no more: it gave all {self._taken} that there were")
            self._taken += size
            self._block = iter(_whole(self._fd, size))
            return next(self._block)

    def __iter__(self) -> RunningTape:
        return self

    def __next__(self) -> int:
        try:
            return self()
        except EOFError:
            raise StopIteration from None

    def __repr__(self) -> str:
        return "<tape>"


def _whole(fd: int, size: int) -> bytes:
    """Exactly so many bytes."""
    reply = b""
    while len(reply) < size:
        piece = os.read(fd, size - len(reply))
        if not piece:
            raise OSError("what the judge held is gone")
        reply += piece
    return reply
