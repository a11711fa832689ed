"""What is read many at a time: texts, and dicts that differ in their numbers alone, as the rows of a table mostly do.
One after the other these are records of one length."""

from __future__ import annotations

from itertools import accumulate
from struct import Struct
from typing import Any

MOST_KEYS = 16  # so few cannot be told apart slowly
FIRST_BLOCK, MOST_IN_BLOCK = 4, 4096
_COUNT = Struct("<Q")
_HEAD = 9  # bytes: a tag and a length
_NUMBERS = {b"i": "q", b"d": "d"}

Shape = tuple[Struct, list[str], list[bytes]]  # a record; its keys; its bytes between the numbers


def read_texts(data: memoryview, sizes: list[int]) -> list[str]:
    """Texts that fill `data`, of so many bytes each. Raises UnicodeDecodeError."""
    whole = str(data, "utf-8", "surrogatepass")
    places = zip(sizes, accumulate(sizes), strict=True)
    if len(whole) == len(data):  # ASCII: a character is a byte
        return [whole[end - size : end] for size, end in places]
    return [str(data[end - size : end], "utf-8", "surrogatepass") for size, end in places]


def read_records(data: memoryview, at: int, count: int) -> tuple[list[dict[str, Any]], int]:
    """The first of `count` dicts from `at` on, as long as each is like the first but for its numbers, and where what
    follows them begins. None of them where the first holds more than text and numbers.

    Bytes read in vain are at most twice those of the dicts that are found, and few records: a hostile message gains
    nothing."""
    shape = _shape(data, at)
    made: list[dict[str, Any]] = []
    if shape is None:
        return made, at
    record, keys, fixed = shape
    block = FIRST_BLOCK
    while many := min(block, count - len(made), (len(data) - at) // record.size):
        end = at + many * record.size
        columns = list(zip(*record.iter_unpack(data[at:end]), strict=True))
        if any(column.count(same) != many for column, same in zip(columns[::2], fixed, strict=True)):
            break
        made += _dicts(keys, columns[1::2])
        at, block = end, min(2 * block, MOST_IN_BLOCK)
    return made, at


def _shape(data: memoryview, at: int) -> Shape | None:
    """Of the dict that begins at `at`. Raises UnicodeDecodeError."""
    count = _count(data, at, b"m")
    if count is None or not 0 < count <= MOST_KEYS:
        return None
    layout, keys, fixed = "<", [], []
    began, at = at, at + _HEAD
    for _ in range(count):
        length = _count(data, at, b"s")
        if length is None:
            return None
        value = at + _HEAD + length
        code = _NUMBERS.get(bytes(data[value : value + 1]))
        if code is None:
            return None
        keys.append(str(data[at + _HEAD : value], "utf-8", "surrogatepass"))
        fixed.append(bytes(data[began : value + 1]))
        layout += f"{value + 1 - began}s{code}"
        began = at = value + 9
    return Struct(layout), keys, fixed


def _count(data: memoryview, at: int, tag: bytes) -> int | None:
    """The length after `tag`; None where something else stands."""
    if bytes(data[at : at + 1]) != tag or len(data) - at < _HEAD:
        return None
    return int(_COUNT.unpack_from(data, at + 1)[0])


def _dicts(keys: list[str], columns: list[tuple[Any, ...]]) -> list[dict[str, Any]]:
    if len(keys) == 1:
        return [{keys[0]: value} for value in columns[0]]
    return [dict(zip(keys, values, strict=True)) for values in zip(*columns, strict=True)]
