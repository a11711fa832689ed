"""What stands in a cell for data that stays with the parent: streams to read, sequences to probe."""

from __future__ import annotations

import os
import struct
import threading
from collections.abc import Callable, Sequence
from typing import Any

REQUEST = struct.Struct("<q")


def attacher(first_fd: int) -> Callable[[int, str, int], Any]:
    def attach(index: int, kind: str, length: int) -> Any:
        fd = first_fd + index
        if kind == "stream":
            return os.fdopen(fd, encoding="utf-8", newline="", buffering=1 << 16)
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
            reply = b""
            while len(reply) < REQUEST.size:
                piece = os.read(self._fd, REQUEST.size - len(reply))
                if not piece:
                    raise OSError("the sequence is gone")
                reply += piece
        return int(REQUEST.unpack(reply)[0])
