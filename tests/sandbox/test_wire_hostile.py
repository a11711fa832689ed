"""Bytes that encode would not have written."""

import struct
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sandbox.guest import wire
from sandbox.guest.wire import ProbeSequence, Stream, WireError
from tests.sandbox.wire_values import values

LENGTH = struct.Struct("<Q")


def nested(depth: int, wrap: Callable[[Any], Any]) -> Any:
    value: Any = 0
    for _ in range(depth):
        value = wrap(value)
    return value


@pytest.mark.parametrize(
    "wrap",
    [lambda v: [v], lambda v: (v,), lambda v: {"a": v}, lambda v: frozenset({v})],
    ids=["list", "tuple", "dict", "frozenset"],
)
def test_depth_is_limited_and_at_the_limit_no_stack_is_exhausted(wrap: Callable[[Any], Any]) -> None:
    value = nested(wire.MAX_DEPTH, wrap)
    assert wire.decode(wire.encode(value)) == value
    with pytest.raises(WireError, match="nested deeper"):
        wire.encode(wrap(value))


@pytest.mark.parametrize(
    "head",
    [
        b"t" + LENGTH.pack(1),
        b"R" + LENGTH.pack(1),
        b"m" + LENGTH.pack(1),
        b"r",
        b"p",
        b"a",
        b"f",
        b"z" + LENGTH.pack(1),
    ],
)
def test_hostile_depth_is_an_error_under_every_tag(head: bytes) -> None:
    with pytest.raises(WireError):
        wire.decode(head * 10_000 + b"N")


def read(data: bytes) -> None:
    """Either a value that has these very bytes (or fewer kinds of them), or WireError; nothing else."""
    try:
        value = wire.decode(data)
    except WireError:
        return
    wire.encode(value)


@settings(max_examples=200)
@given(st.binary())
@example(b"")
def test_any_bytes_are_a_value_or_an_error(data: bytes) -> None:
    read(data)


tags = st.sampled_from([bytes([tag]) for tag in b"NTFiIdcsbltezmDWukLqSRrphaf"])
lengths = st.integers(0, 5).map(LENGTH.pack) | st.sampled_from([2**32, 2**61, 2**63, 2**64 - 1]).map(LENGTH.pack)


@settings(max_examples=400)
@given(st.lists(tags | lengths | st.binary(max_size=9), max_size=30).map(b"".join))
def test_any_tags_and_lengths_are_a_value_or_an_error(data: bytes) -> None:
    read(data)


@settings(max_examples=120)
@given(values, st.data())
def test_a_damaged_message_is_a_value_or_an_error(value: Any, data: st.DataObject) -> None:
    message = bytearray(wire.encode(value))
    read(bytes(message[: data.draw(st.integers(0, len(message) - 1))]))
    for _ in range(data.draw(st.integers(1, 3))):
        message[data.draw(st.integers(0, len(message) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    read(bytes(message))


@given(values)
def test_a_message_ends_where_it_ends(value: Any) -> None:
    data = wire.encode(value)
    with pytest.raises(WireError, match="after the end"):
        wire.decode(data + b"N")
    with pytest.raises(WireError):
        wire.decode(data[:-1])


@pytest.mark.parametrize("tag", list("IsbltezmDWkLqSR"))
@pytest.mark.parametrize("count", [10**6, 2**40, 2**61, 2**63, 2**64 - 1])
def test_a_huge_count_allocates_nothing(tag: str, count: int) -> None:
    tracemalloc.start()
    with pytest.raises(WireError):
        wire.decode(tag.encode() + LENGTH.pack(count) + bytes(100))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100_000


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("nothing", b"l" + LENGTH.pack(10**4) + b"N" * 10**4),
        ("empty sets", b"l" + LENGTH.pack(10**4) + (b"e" + LENGTH.pack(0)) * 10**4),
        ("empty dicts", b"l" + LENGTH.pack(10**4) + (b"m" + LENGTH.pack(0)) * 10**4),
        ("empty texts", b"S" + LENGTH.pack(10**4) + bytes(8 * 10**4)),
        ("rows", b"R" + LENGTH.pack(1) + b"l" + LENGTH.pack(10**4) + b"N" * 10**4),
        ("times", b"l" + LENGTH.pack(10**4) + (b"u" + bytes(24)) * 10**4),
    ],
)
def test_reading_costs_a_small_multiple_of_the_message(name: str, data: bytes) -> None:
    tracemalloc.start()
    wire.decode(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 70 * len(data), name


def test_many_keys_of_one_hash_are_refused() -> None:
    keys = [k * (2**61 - 1) for k in range(1, 2 * wire.MAX_COLLISIONS)]
    packed = b"".join(map(wire.encode, keys))
    with pytest.raises(WireError, match="same hash"):
        wire.decode(b"e" + LENGTH.pack(len(keys)) + packed)


def test_an_answer_is_never_endless() -> None:
    for value in (Stream(b"", b"x", 2**60), ProbeSequence(2**60, ((0, 0, 0, 1),))):
        assert wire.decode(wire.encode([value])) == [value]
        with pytest.raises(WireError, match="cannot be an answer"):
            wire.decode_answer(wire.encode([value]))


@pytest.mark.parametrize(
    "data",
    [
        b"D" + LENGTH.pack(4) + b"2024",
        b"D" + LENGTH.pack(2) + b"\xff\xff",
        b"W" + LENGTH.pack(10) + b"9999-99-99",
        b"k" + LENGTH.pack(3) + b"1e+",
        b"u" + struct.pack("<qqq", 2**62, 0, 0),
        b"s" + LENGTH.pack(1) + b"\xff",
        b"e" + LENGTH.pack(1) + b"l" + LENGTH.pack(0),
        b"m" + LENGTH.pack(1) + b"l" + LENGTH.pack(0) + b"N",
        b"e" + LENGTH.pack(1) + b"k" + LENGTH.pack(4) + b"sNaN",
        b"h" + b"r" + bytes(16),
        b"hx" + bytes(16),
        b"R" + LENGTH.pack(0),
        b"R" + LENGTH.pack(1) + b"N",
        b"R" + LENGTH.pack(2) + b"l" + LENGTH.pack(1) + b"N" + b"l" + LENGTH.pack(0),
        b"r" + wire.encode((b"", b"", -1, b"")),
        b"r" + wire.encode((b"", b"", 1)),
        b"p" + wire.encode((5, [])),
        b"p" + wire.encode((-1, [])),
        b"p" + wire.encode((5, [(1, 0, 0, 1)])),
        b"p" + wire.encode((5, [(0, 0, 0, 0)])),
        b"p" + wire.encode((5, [(0, 0, 0, True)])),
        b"p" + wire.encode((5, [(0, 0, 0, 1), (0, 0, 0, 1)])),
        b"a" + wire.encode(("|O", (1,), bytes(8))),
        b"a" + wire.encode(("<f8", (-1,), b"")),
        b"a" + wire.encode(("<f8", (1,) * 9, bytes(8))),
        b"a" + wire.encode(("<f8", ("x",), b"")),
        b"f" + wire.encode(((), ())),
        b"f" + wire.encode(((1, 2, 3), ())),
    ],
)
def test_what_encode_would_not_have_written_is_an_error(data: bytes) -> None:
    with pytest.raises(WireError):
        wire.decode(data)
