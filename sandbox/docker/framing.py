"""Messages on a byte stream, and Docker's own frames around what comes out of a container. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from struct import Struct

LENGTH = Struct("<Q")
STDOUT, STDERR = 1, 2
KEPT_STDERR_BYTES = 8192
MOST_STDERR_BYTES = 1 << 20  # a supervisor complains once, before it ends
_DOCKER = Struct(">B3xL")


class Unframed(ValueError):
    """The bytes are no messages, or longer ones than are expected."""


def framed(message: bytes) -> bytes:
    return LENGTH.pack(len(message)) + message


class Messages:
    """Cuts a byte stream into messages. Holds at most one, of at most `most()` bytes."""

    def __init__(self, most: Callable[[], int]) -> None:
        self._most = most
        self._held = bytearray()
        self._due: int | None = None

    def feed(self, data: memoryview) -> Iterator[bytes]:
        """The messages that `data` ends. Raises Unframed."""
        while data:
            due = LENGTH.size if self._due is None else self._due
            taken = data[: due - len(self._held)]
            self._held += taken
            data = data[len(taken) :]
            if len(self._held) < due:
                return
            if self._due is None:
                (self._due,) = LENGTH.unpack(self._held)
                if self._due == 0 or self._due > self._most():
                    raise Unframed(f"a message of {self._due} bytes")
                self._held.clear()
                continue
            message = bytes(self._held)
            self._held.clear()
            self._due = None
            yield message


class Output:
    """Undoes what the engine makes of a container's two outputs: messages are yielded, the end of stderr is kept."""

    def __init__(self, most: Callable[[], int]) -> None:
        self.stderr = bytearray()
        self._complained = 0
        self._messages = Messages(most)
        self._header = bytearray()
        self._stream = 0
        self._left = 0

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Raises Unframed."""
        rest = memoryview(data)
        while rest:
            if self._left == 0:
                taken = rest[: _DOCKER.size - len(self._header)]
                self._header += taken
                rest = rest[len(taken) :]
                if len(self._header) == _DOCKER.size:
                    self._stream, self._left = _DOCKER.unpack(self._header)
                    self._header.clear()
                    if self._stream not in (STDOUT, STDERR):
                        raise Unframed(f"a frame of stream {self._stream}")
                continue
            piece = rest[: self._left]
            self._left -= len(piece)
            rest = rest[len(piece) :]
            if self._stream == STDOUT:
                yield from self._messages.feed(piece)
            else:
                self._complain(piece)

    def _complain(self, piece: memoryview) -> None:
        self.stderr = (self.stderr + piece)[-KEPT_STDERR_BYTES:]
        self._complained += len(piece)
        if self._complained > MOST_STDERR_BYTES:
            raise Unframed("complaints without end")
