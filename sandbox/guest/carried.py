"""What the wire carries beside Python's own values: the plain forms of streams, sequences, tapes, arrays and frames."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

INT64_MIN, INT64_MAX = -(2**63), 2**63 - 1
MOST_TAPE_BLOCK = 65_536  # fits into a socket at once
# No object dtype: it would need pickle.
ARRAY_KINDS = frozenset("biufcMm")
# Arrays that can be a column, and the bytes of a value.
COLUMN_ARRAYS = {
    **dict.fromkeys(("|b1", "|i1", "|u1"), 1),
    "<f2": 2,
    "<f4": 4,
    "<f8": 8,
    "<c8": 8,
    "<c16": 16,
    **{f"<{kind}{size}": size for kind in "iu" for size in (2, 4, 8)},
    **{f"<{kind}8[{unit}]": 8 for kind in "mM" for unit in ("s", "ms", "us", "ns")},
}
RANGE, MULTI = "range", "multi"  # what stands for a dtype of such an index


class WireError(ValueError):
    """A value that the wire does not carry, or bytes that are not a message."""


@dataclass(frozen=True)
class Stream:
    """A long text input that is never held whole: ``head + block * repeat + tail``, UTF-8 bytes."""

    head: bytes
    block: bytes
    repeat: int
    tail: bytes = b""

    def __len__(self) -> int:
        return len(self.head) + len(self.block) * self.repeat + len(self.tail)

    def chunks(self, size: int = 1 << 20) -> Iterator[bytes]:
        """The bytes, in pieces of about `size`, in constant memory."""
        yield self.head
        if self.block:
            many = max(1, size // len(self.block))
            piece = self.block * many
            for _ in range(self.repeat // many):
                yield piece
            yield self.block * (self.repeat % many)
        yield self.tail


@dataclass(frozen=True)
class ProbeSequence(Sequence):
    """A sequence of 64-bit integers whose reads are counted, and which may be far larger than memory.

    It is piecewise linear: segment ``(start, first, step, every)`` holds from index `start` up to the next segment,
    with ``value(i) = first + step * ((i - start) // every)``. Inside a cell the parent holds the data and answers
    each read, so neither the values nor the count can be reached by submitted code.
    """

    length: int
    segments: tuple[tuple[int, int, int, int], ...]
    starts: tuple[int, ...] = field(default=(), compare=False, repr=False)

    def __post_init__(self) -> None:
        starts = tuple(s[0] for s in self.segments)
        if self.length < 0 or (self.length and (not starts or starts[0] != 0)):
            raise WireError("a probe sequence's first segment must start at index 0")
        if any(a >= b for a, b in pairwise(starts)) or any(s[3] < 1 for s in self.segments):
            raise WireError("a probe sequence's segments must ascend and repeat at least once")
        object.__setattr__(self, "starts", starts)

    @classmethod
    def of(cls, values: Sequence[int]) -> ProbeSequence:
        """The same values, one segment each: for small sequences without structure."""
        return cls(len(values), tuple((i, v, 0, 1) for i, v in enumerate(values)))

    def __len__(self) -> int:
        return self.length

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(self.length))]
        index = index.__index__()
        if index < 0:
            index += self.length
        if not 0 <= index < self.length:
            raise IndexError("index out of range")
        start, first, step, every = self.segments[bisect_right(self.starts, index) - 1]
        return first + step * ((index - start) // every)


@dataclass(frozen=True)
class Tape:
    """Small numbers, one a byte of `values`, handed out one after the other and counted: throws of a coin, say.

    Inside a cell it is called for the next number, or iterated over. The parent holds the values and hands them out in
    blocks of `block`, so what it counts is right to that number; a limit on the reads is kept exactly.
    """

    values: bytes
    block: int = 1024

    def __post_init__(self) -> None:
        if not 1 <= self.block <= MOST_TAPE_BLOCK:
            raise WireError(f"a tape is handed out in blocks of 1 to {MOST_TAPE_BLOCK}")

    def __len__(self) -> int:
        return len(self.values)


@dataclass(frozen=True)
class Array:
    """A numpy array where numpy is not: dtype string, shape, C-ordered bytes."""

    dtype: str
    shape: tuple[int, ...]
    data: bytes


Column = tuple[Any, str, Any]


@dataclass(frozen=True)
class Frame:
    """A data frame, or a series, where pandas is not.

    A column is (name, pandas dtype string, values), the values an :class:`Array` of one dimension or a list in which
    None is missing; times with a zone are an array of UTC, text has the dtype "object" whatever pandas calls it. The
    index is such a column too, or (name, "range", (start, stop, step)), or (None, "multi", its levels as columns).
    """

    index: Column
    columns: tuple[Column, ...]
    series: bool = False  # of one column

    @property
    def rows(self) -> int:
        return column_length(self.index)


def column_length(column: Column) -> int:
    _, dtype, values = column
    if dtype == RANGE:
        start, stop, step = values
        return max(0, -((start - stop) // step))
    if dtype == MULTI:
        return column_length(values[0])
    return int(values.shape[0]) if hasattr(values, "shape") else len(values)
