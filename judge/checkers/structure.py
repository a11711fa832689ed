"""Comparing two values part by part; what counts as the same number is the checker's to say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from judge.checkers.canonical import canonical
from judge.checkers.difference import Difference, counted, mistyped, shown
from sandbox.guest.carried import Array, Frame, ProbeSequence, Stream, Tape

Leaf = Callable[[Any, Any], Difference | None]


def walk(expected: Any, answer: Any, leaf: Leaf) -> Difference | None:
    """The first difference. It goes no deeper than the expected value is, whatever the answer."""
    kind = type(expected)
    if kind not in _PARTS:
        return leaf(expected, answer)
    if type(answer) is not kind:
        return mistyped(expected, answer)
    return _PARTS[kind](expected, answer, leaf)


def _sequence(expected: Any, answer: Any, leaf: Leaf) -> Difference | None:
    if len(expected) != len(answer):
        return counted(len(expected), len(answer))
    for at, (one, other) in enumerate(zip(expected, answer, strict=True), 1):
        found = walk(one, other, leaf) if type(one) in _PARTS else leaf(one, other)
        if found is not None:
            return found.below(f"element {at}")
    return None


def _mapping(expected: dict[Any, Any], answer: dict[Any, Any], leaf: Leaf) -> Difference | None:
    return each_value(expected, answer, lambda one, other: walk(one, other, leaf))


def each_value(expected: dict[Any, Any], answer: dict[Any, Any], compare: Leaf) -> Difference | None:
    """Keys are compared exactly: True is not the key 1, and NaN is NaN, which no look-up finds."""
    wanted = {canonical(key): key for key in expected}
    values = {canonical(key): value for key, value in answer.items()}
    missing = _members(wanted, {canonical(key): key for key in answer}, "the key ")
    if missing is not None:
        return missing
    for name, (key, value) in zip(map(canonical, expected), expected.items(), strict=True):
        found = compare(value, values[name])
        if found is not None:
            return found.below(f"the value at {shown(key)}")
    return None


def _set(expected: Any, answer: Any, _leaf: Leaf) -> Difference | None:
    return _members({canonical(item): item for item in expected}, {canonical(item): item for item in answer}, "")


def _members(wanted: dict[bytes, Any], found: dict[bytes, Any], what: str) -> Difference | None:
    for key, item in wanted.items():
        if key not in found:
            return Difference(f"{what}{shown(item)} is missing ({len(found):,} found, {len(wanted):,} expected)")
    for key, item in found.items():
        if key not in wanted:
            return Difference(f"{what}{shown(item)} is not expected ({len(found):,} found, {len(wanted):,} expected)")
    return None


def _array(expected: Array, answer: Array, leaf: Leaf) -> Difference | None:
    if expected.shape != answer.shape:
        return Difference(f"an array of shape {shown(answer.shape)}, expected {shown(expected.shape)}")
    if expected.dtype != answer.dtype:
        return Difference(f"an array of {_dtype(answer.dtype)}, expected {_dtype(expected.dtype)}")
    return _sequence(_items(expected), _items(answer), leaf)


def _items(array: Array) -> list[Any]:
    """The values of a numeric array in C order; of others (dates) their raw bytes, item by item."""
    code = CODES.get(array.dtype[1:])
    width = {"2": 2, "4": 4, "8": 8}.get(array.dtype[2:3], 1)
    if len(array.data) % width:
        return [array.data]
    if code is None:
        return [array.data[at : at + width] for at in range(0, len(array.data), width)]
    return list(memoryview(array.data).cast(code))  # type: ignore[call-overload]


def _frame(expected: Frame, answer: Frame, leaf: Leaf) -> Difference | None:
    names = [[column[0] for column in frame.columns] for frame in (expected, answer)]
    found = _sequence(names[0], names[1], _exactly)
    if found is not None:
        return found.below("the column names")
    for one, other in zip((expected.index, *expected.columns), (answer.index, *answer.columns), strict=True):
        what = "the index" if one is expected.index else f"column {shown(one[0])}"
        if one[1] != other[1]:
            return Difference(f"dtype {_dtype(other[1])}, expected {_dtype(one[1])}").below(what)
        found = walk(one[2], other[2], leaf)
        if found is not None:
            return found.below(what)
    return None


def _dtype(name: str) -> str:
    return name if len(name) <= SHOWN_DTYPE and name.isprintable() else shown(name)


def _exactly(expected: Any, answer: Any) -> Difference | None:
    return None if canonical(expected) == canonical(answer) else mistyped(expected, answer)


def _whole(expected: Any, answer: Any, _leaf: Leaf) -> Difference | None:
    return None if expected == answer else mistyped(expected, answer)


SHOWN_DTYPE = 40
CODES = {
    "b1": "?", "i1": "b", "u1": "B", "i2": "h", "u2": "H", "i4": "i", "u4": "I", "i8": "q", "u8": "Q",
    "f4": "f", "f8": "d",
}  # fmt: skip
_PARTS: dict[type, Callable[[Any, Any, Leaf], Difference | None]] = {
    list: _sequence,
    tuple: _sequence,
    dict: _mapping,
    set: _set,
    frozenset: _set,
    Array: _array,
    Frame: _frame,
    Stream: _whole,
    ProbeSequence: _whole,
    Tape: _whole,
}
