import math
import struct
import sys
import tracemalloc
from collections import Counter, OrderedDict, deque, namedtuple
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import IntEnum
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sandbox.guest import wire
from sandbox.guest.wire import Array, Frame, ProbeSequence, Stream, WireError

LENGTH = struct.Struct("<Q")

streams = st.builds(Stream, st.binary(), st.binary(), st.integers(0, 2**70), st.binary())


@st.composite
def sequences(draw: Callable[..., Any]) -> ProbeSequence:
    starts = [0, *sorted(draw(st.sets(st.integers(1, 2**64), max_size=5)))]
    segments = [(at, draw(st.integers()), draw(st.integers()), draw(st.integers(1, 2**64))) for at in starts]
    return ProbeSequence(draw(st.integers(0, 2**64)), tuple(segments))


arrays = st.builds(
    lambda kind, count: Array(kind, (count,), bytes(count * int(kind[2]))),
    st.sampled_from(["<f8", "<i4", "|b1", "<u2"]),
    st.integers(0, 9),
)
columns = st.tuples(st.none() | st.text(), st.just("float64"), st.lists(st.floats()) | arrays)
frames = st.builds(Frame, columns, st.lists(columns).map(tuple))
scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-(2**4000), 2**4000)
    | st.sampled_from([2**63 - 1, 2**63, -(2**63), -(2**63) - 1])
    | st.floats()
    | st.complex_numbers()
    | st.text(st.characters(codec=None))
    | st.binary()
    | st.dates()
    | st.datetimes(timezones=st.none() | st.just(UTC)).map(lambda moment: moment.replace(fold=0))
    | st.timedeltas()
    | st.decimals()
)
keys = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary() | st.dates(),
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.frozensets(inner, max_size=3),
    max_leaves=5,
)
values = st.recursive(
    scalars | streams | sequences() | arrays | frames,
    lambda inner: (
        st.lists(inner)
        | st.lists(inner).map(tuple)
        | st.lists(st.tuples(st.integers(), inner), min_size=4)
        | st.dictionaries(keys, inner)
        | st.sets(keys)
        | st.frozensets(keys)
    ),
    max_leaves=12,
)


def same(one: Any, other: Any) -> bool:
    """Equal in type and value, at every depth; floats bit by bit."""
    if type(one) is not type(other):
        return False
    if isinstance(one, float):
        return struct.pack("<d", one) == struct.pack("<d", other)
    if isinstance(one, complex):
        return same([one.real, one.imag], [other.real, other.imag])
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return same(list(one.items()), list(other.items()))
    if isinstance(one, Frame):
        return same((one.index, one.columns), (other.index, other.columns))
    if isinstance(one, Decimal):
        return str(one) == str(other)
    return bool(one == other)


@given(values)
def test_whatever_is_written_is_read_back(value: Any) -> None:
    assert same(wire.decode(wire.encode(value)), value)


@given(values)
def test_the_bytes_are_canonical(value: Any) -> None:
    data = wire.encode(value)
    assert wire.encode(wire.decode(data)) == data
    assert wire.encode(wire.decode(memoryview(b"x" + data)[1:])) == data


@given(st.lists(keys), st.randoms())
def test_equal_sets_have_equal_bytes(items: list[Any], random: Any) -> None:
    shuffled = list({(type(item), repr(item)): item for item in items}.values())
    data = wire.encode(set(shuffled))
    random.shuffle(shuffled)
    if set(map(repr, set(shuffled))) == set(map(repr, wire.decode(data))):  # else 1 and True took turns
        assert wire.encode(set(shuffled)) == data


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (Counter("aab"), {"a": 2, "b": 1}),
        (OrderedDict(b=1, a=2), {"b": 1, "a": 2}),
        (deque([1, 2]), [1, 2]),
        (range(5), [0, 1, 2, 3, 4]),
        (namedtuple("Point", "x y")(1, 2), (1, 2)),
        (IntEnum("Colour", "red")(1), 1),
        (bytearray(b"ab"), b"ab"),
        (memoryview(b"ab"), b"ab"),
        ({1: 2}.keys(), None),
        ((i for i in "ab"), None),
        (object(), None),
        (len, None),
        (sys, None),
        ([1, object()], None),
        ([{1: [object()]}], None),
    ],
)
def test_subclasses_are_carried_as_their_base_and_others_are_refused(value: Any, plain: Any) -> None:
    if plain is None:
        with pytest.raises(WireError, match="cannot be returned"):
            wire.encode(value)
    else:
        assert same(wire.decode(wire.encode(value)), plain)


def test_a_generator_is_refused_with_advice() -> None:
    with pytest.raises(WireError, match=r"a generator cannot be returned; return a list, for example list\(\.\.\.\)"):
        wire.encode(i for i in range(3))


class Liar(int):
    """Says other things than it is."""

    def __pos__(self) -> int:
        raise AssertionError("asked")

    __int__ = __index__ = __add__ = __pos__  # type: ignore[assignment]


class LyingList(list[Any]):
    def __iter__(self) -> Any:
        raise AssertionError("asked")

    __getitem__ = __len__ = __iter__  # type: ignore[assignment]


@pytest.mark.parametrize(("value", "plain"), [(Liar(5), 5), (LyingList([1, 2]), [1, 2])])
def test_an_overridden_method_is_not_asked(value: Any, plain: Any) -> None:
    assert same(wire.decode(wire.encode(value)), plain)


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


@given(streams, sequences())
def test_attachments_stay_outside_and_their_handles_say_what_they_are(stream: Stream, sequence: ProbeSequence) -> None:
    if len_of(stream) >= 2**63 or sequence.length >= 2**63:
        return
    data, attachments = wire.encode_input(([stream, 1], {"k": sequence}))
    assert attachments == (stream, sequence)
    read_back = wire.decode(data, lambda index, kind, length: (index, kind, length))
    assert read_back == ([(0, "stream", len_of(stream)), 1], {"k": (1, "sequence", sequence.length)})
    with pytest.raises(WireError, match="handle"):
        wire.decode(data)


def len_of(stream: Stream) -> int:
    return len(stream.head) + len(stream.block) * stream.repeat + len(stream.tail)


@given(st.binary(), st.binary(max_size=9), st.integers(0, 50), st.binary(), st.integers(1, 40))
def test_a_stream_is_its_chunks(head: bytes, block: bytes, repeat: int, tail: bytes, size: int) -> None:
    stream = Stream(head, block, repeat, tail)
    assert b"".join(stream.chunks(size)) == head + block * repeat + tail
    assert len(stream) == len(head + block * repeat + tail)


@given(st.lists(st.integers(), max_size=40))
def test_a_probe_sequence_is_a_sequence(numbers: list[int]) -> None:
    sequence = ProbeSequence.of(numbers)
    assert list(sequence) == numbers
    assert sequence[2:-1] == numbers[2:-1]
    assert [sequence[-i - 1] for i in range(len(numbers))] == numbers[::-1]
    for index in (len(numbers), -len(numbers) - 1):
        with pytest.raises(IndexError):
            sequence[index]


def test_a_piecewise_sequence_has_its_values_anywhere() -> None:
    sequence = ProbeSequence(10**18, ((0, 5, 2, 1), (10, 100, 0, 1), (20, 7, -1, 3)))
    assert [sequence[i] for i in (0, 9, 10, 19, 20, 22, 23, 26)] == [5, 23, 100, 100, 7, 7, 6, 5]
    assert sequence[10**18 - 1] == 7 - (10**18 - 21) // 3


def test_long_uniform_lists_are_packed() -> None:
    for items, bytes_each in (([1.0] * 1000, 8), (list(range(1000)), 8), ([(1, 2.0)] * 1000, 16), (["ab"] * 1000, 10)):
        assert len(wire.encode(items)) < bytes_each * 1000 + 100
    assert same(wire.decode(wire.encode([True] * 9)), [True] * 9)
    assert same(wire.decode(wire.encode([1, True, 2.0, 3])), [1, True, 2.0, 3])


def test_special_numbers_keep_their_bits() -> None:
    payload = struct.unpack("<d", b"\x01\x02\x03\x04\x05\x06\xf8\xff")[0]
    for number in (-0.0, math.inf, -math.inf, payload, 5e-324):
        assert same(wire.decode(wire.encode([number] * 5)), [number] * 5)
    big = 10**100_000
    assert wire.decode(wire.encode(big)) == big


def test_moments_keep_what_they_are() -> None:
    for moment in (date.min, datetime.max, timedelta.min, datetime(2024, 1, 1, tzinfo=UTC), Decimal("-0.00")):
        back = wire.decode(wire.encode(moment))
        assert (type(back), str(back)) == (type(moment), str(moment))
