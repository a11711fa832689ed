"""Bytes that encode would not have written."""

import itertools
import struct
import tracemalloc
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sandbox.guest import wire
from sandbox.guest.carried import ProbeSequence, Stream, WireError
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
        b"E",
        b"O" + LENGTH.pack(1) + b"\1",
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
    """Either a value, whose own bytes are settled, or WireError; nothing else."""
    try:
        value = wire.decode(data)
    except WireError:
        return
    settled = wire.encode(value)
    assert wire.encode(wire.decode(settled)) == settled


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
        ("rows alike", wire.encode([{"": number} for number in range(10**4)])),
        ("times", b"l" + LENGTH.pack(10**4) + (b"u" + bytes(24)) * 10**4),
    ],
)
def test_reading_costs_a_small_multiple_of_the_message(name: str, data: bytes) -> None:
    tracemalloc.start()
    wire.decode(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 70 * len(data), name


def colliding(count: int, before: tuple[int, ...] = ()) -> list[tuple[int, ...]]:
    """Different keys of one hash; comparing two takes as many steps as `before` is long."""
    return [(*before, k * (2**61 - 1)) for k in range(1, count + 1)]


def as_set(keys: list[Any]) -> bytes:
    return b"e" + LENGTH.pack(len(keys)) + b"".join(map(wire.encode, keys))


def as_dict(keys: list[Any]) -> bytes:
    return b"m" + LENGTH.pack(len(keys)) + b"".join(wire.encode(key) + b"N" for key in keys)


@pytest.mark.parametrize("pack", [as_set, as_dict])
@pytest.mark.parametrize(
    "messages",
    [
        [colliding(2000)],
        [colliding(700, tuple(range(1000)))],
        [colliding(500)] * 20,
    ],
    ids=["many", "long", "often"],
)
def test_keys_of_one_hash_are_refused_before_they_are_compared(
    pack: Callable[[list[Any]], bytes], messages: list[list[Any]]
) -> None:
    data = b"l" + LENGTH.pack(len(messages)) + b"".join(map(pack, messages))
    with pytest.raises(WireError, match="same hash"):
        wire.decode(data)


@pytest.mark.parametrize("dimensions", [1, 2, 3, 4])
def test_points_around_minus_one_are_no_attack(dimensions: int) -> None:
    """Python gives -1 and -2 one hash, so each point of such a grid shares its own with others."""
    side = round(200_000 ** (1 / dimensions))
    grid = set(itertools.product(range(-side // 2, side // 2), repeat=dimensions))
    assert wire.decode(wire.encode(grid)) == grid


def test_a_decimal_is_never_compared_with_a_long_integer_of_the_same_hash() -> None:
    """That takes quadratic time: for a message of a megabyte some minutes."""
    number = 3**4_000_000
    twin = Decimal(hash(number))
    assert hash(twin) == hash(number)
    for keys in ([number, twin], [(number,), (twin,)]):
        for data in (as_set(keys), as_dict(keys)):
            with pytest.raises(WireError, match="long integers and decimals as keys with the same hash"):
                wire.decode(data)
    assert wire.decode(wire.encode({number, Decimal(7), -1})) == {number, Decimal(7), -1}


@pytest.mark.parametrize("pack", [as_set, as_dict])
def test_keys_laid_to_meet_in_the_hash_table_are_given_up(
    pack: Callable[[list[Any]], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their hashes differ, so only the time tells; here a clock that such keys would show."""
    message = pack(list(range(10 * wire.FILL_KEYS)))
    steps = itertools.count(0, wire.SPARE_FILL_NS // 2)
    monkeypatch.setattr(wire, "thread_time_ns", lambda: next(steps))
    with pytest.raises(WireError, match="too long to tell apart"):
        wire.decode_answer(message)
    assert len(wire.decode(message)) == 10 * wire.FILL_KEYS  # what the judge itself sends is not timed
    assert len(wire.decode_answer(pack(list(range(wire.FILL_KEYS))))) == wire.FILL_KEYS


def test_rows_of_rows_cost_no_more_than_their_bytes() -> None:
    """Each level makes a tuple of every row, and takes nine bytes of the message, however many rows there are."""
    nested_rows = (b"R" + LENGTH.pack(1)) * 90 + wire.encode([True] * 100_000)
    tracemalloc.start()
    with pytest.raises(WireError, match="more rows"):
        wire.decode(nested_rows)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 80 * (len(nested_rows) + wire.SPARE_ROWS)
    honest = [((True,), (False,))] * 300_000
    assert wire.decode(wire.encode(honest)) == honest


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
