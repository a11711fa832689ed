"""Making any value of the wire smaller: fewer items, then simpler ones. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

from judge.counterexample import tables
from judge.counterexample.fewer import Shrinking, Whole, fewer, then
from judge.counterexample.leaves import LARGEST_LISTED, each_leaf, is_number, mapped, ranked, relettered, simplified
from sandbox.guest import wire
from sandbox.guest.carried import Array, Frame, ProbeSequence, Stream, Tape

MOST_ALIKE = 20
LARGEST_TEXT = 1 << 16  # bytes of a stream that is taken apart


def reduced(value: Any, whole: Whole) -> Shrinking:
    """What is left of a part of the input that still fails with it."""
    reduce = _REDUCE.get(type(value), simplified)
    return (yield from reduce(value, whole))


def _list(items: list[Any], whole: Whole) -> Shrinking:
    items = yield from fewer(items, whole)
    items = yield from renamed(items, whole)
    for at in range(len(items)):
        items = yield from _in_place(items, at, whole)
    return items


def _tuple(values: tuple[Any, ...], whole: Whole) -> Shrinking:
    """Its length stays: it is a row, or the arguments of a call."""
    values = yield from renamed(values, whole)
    for at in range(len(values)):
        values = yield from _in_place(values, at, whole)
    if Frame in map(type, values):
        values = yield from tables.frames_alike(values, whole)
    return (yield from _together(values, whole))


def _in_place(items: Any, at: int, whole: Whole) -> Shrinking:
    def around(item: Any) -> Any:
        return whole(type(items)([*items[:at], item, *items[at + 1 :]]))

    item = yield from reduced(items[at], around)
    return type(items)([*items[:at], item, *items[at + 1 :]])


def renamed(part: Any, whole: Whole) -> Shrinking:
    """All its numbers or letters changed at once, where that fails too: two that must be equal cannot be made simpler
    one by one."""
    for rename in (ranked, relettered):
        for candidate in rename(part):
            if (yield whole(candidate)):
                part = candidate
                break
    return part


def alike(part: Any, whole: Whole) -> Shrinking:
    """Each number that occurs more than once, made simpler everywhere at once."""
    counts = Counter(filter(is_number, each_leaf(part)))
    for number in [number for number, times in counts.items() if times > 1][:MOST_ALIKE]:
        put = partial(_instead, part, number)
        part = put((yield from simplified(number, then(put, whole))))
    return part


def _instead(part: Any, number: Any, other: Any) -> Any:
    return mapped(part, lambda leaf: other if type(leaf) is type(number) and leaf == number else leaf)


def _together(values: tuple[Any, ...], whole: Whole) -> Shrinking:
    """Lists of one length lose the same places, and a number that is their length falls with them: ``n, xs, ys``."""
    for length in sorted({len(value) for value in values if type(value) is list and value}):
        lists = sum(type(value) is list and len(value) == length for value in values)
        if lists > 1 or any(type(value) is int and value == length for value in values):
            keep = partial(_places, values, length)
            values = keep((yield from fewer(list(range(length)), then(keep, whole))))
    return values


def _places(values: tuple[Any, ...], length: int, places: list[int]) -> tuple[Any, ...]:
    def kept(value: Any) -> Any:
        if type(value) is list and len(value) == length:
            return [value[place] for place in places]
        return len(places) if type(value) is int and value == length else value

    return tuple(map(kept, values))


def _dict(value: dict[Any, Any], whole: Whole) -> Shrinking:
    items = yield from fewer(list(value.items()), lambda items: whole(dict(items)))
    value = yield from renamed(dict(items), whole)
    items = list(value.items())
    for at in range(len(items)):
        items = yield from _in_place(items, at, lambda items: whole(dict(items)))
    return dict(items)


def _set(value: Any, whole: Whole) -> Shrinking:
    make: Callable[[Any], Any] = type(value)
    # A set's own order is another one in every process.
    items = yield from _list(sorted(value, key=wire.encode), lambda items: whole(make(items)))
    return make(items)


def _probes(value: ProbeSequence, whole: Whole) -> Shrinking:
    def first(length: int) -> ProbeSequence:
        return ProbeSequence(length, tuple(segment for segment in value.segments if segment[0] < length))

    value = yield from _listable(value, first, whole)
    if len(value) > LARGEST_LISTED:
        return value
    return ProbeSequence.of((yield from _list(list(value), lambda items: whole(ProbeSequence.of(items)))))


def _tape(value: Tape, whole: Whole) -> Shrinking:
    def handed_out(values: Any) -> Tape:
        return Tape(bytes(values), value.block)

    value = yield from _listable(value, lambda length: handed_out(value.values[:length]), whole)
    if len(value) > LARGEST_LISTED:
        return value
    return handed_out((yield from fewer(list(value.values), lambda values: whole(handed_out(values)))))


def _listable(value: Any, first: Callable[[int], Any], whole: Whole) -> Shrinking:
    """A beginning, `first(length)`, that still fails: so short that its elements can be listed, where one is."""
    while len(value) > LARGEST_LISTED:
        for length in (LARGEST_LISTED // 10, LARGEST_LISTED, len(value) // 2):
            shorter = first(length)
            if (yield whole(shorter)):
                value = shorter
                break
        else:
            break
    return value


def _stream(value: Stream, whole: Whole) -> Shrinking:
    """A stream of few repetitions, then one that is plain text."""

    def repeated(times: int) -> Stream:
        return Stream(value.head, value.block, times, value.tail)

    value = repeated((yield from simplified(value.repeat, lambda times: whole(repeated(times)))))
    text = text_of(value)
    if text is None:
        return value
    text = yield from simplified(text, lambda text: whole(Stream(text.encode(), b"", 0)))
    return Stream(text.encode(), b"", 0)


def text_of(stream: Stream) -> str | None:
    """The text of a short stream; None of a long one, and of what is no text."""
    if len(stream) > LARGEST_TEXT:
        return None
    try:
        return b"".join(stream.chunks()).decode()
    except UnicodeDecodeError:
        return None


_REDUCE: dict[type, Callable[[Any, Whole], Shrinking]] = {
    list: _list,
    tuple: _tuple,
    dict: _dict,
    set: _set,
    frozenset: _set,
    ProbeSequence: _probes,
    Tape: _tape,
    Stream: _stream,
    Array: tables.array,
    Frame: tables.frame,
}
