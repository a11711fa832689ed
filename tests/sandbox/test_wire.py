import math
import struct
import sys
from collections import Counter, OrderedDict, deque, namedtuple
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import IntEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.guest import wire
from sandbox.guest.carried import ProbeSequence, Stream, WireError
from tests.sandbox.wire_values import keys, same, scalars, sequences, streams, values


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


numbers = st.integers(-(2**63), 2**63 - 1) | st.floats()
alike = st.lists(st.fixed_dictionaries({"id": st.integers(0, 9), "": numbers, "\ud800": st.floats()}), min_size=4)


@given(alike, st.lists(st.dictionaries(st.text(max_size=2) | st.integers(), scalars, max_size=3)), alike)
def test_rows_that_differ_in_their_numbers_are_read_back(
    before: list[Any], between: list[Any], after: list[Any]
) -> None:
    value = [*before, *between, *after]
    assert same(wire.decode(wire.encode(value)), value)


@pytest.mark.parametrize("odd", [{"a": True}, {"b": 1}, {"a": 2**63}, {"a": 1, "b": 2}, {}, {"a": 1.0}, [1]])
@pytest.mark.parametrize("place", [0, 1, 3, 4, 5, 900, 999])
def test_one_row_unlike_the_others_is_read_back(odd: Any, place: int) -> None:
    value = [{"a": number} for number in range(1000)]
    value[place] = odd
    assert same(wire.decode(wire.encode(value)), value)


def test_rows_alike_are_read_together(monkeypatch: pytest.MonkeyPatch) -> None:
    data = wire.encode([{"id": number, "rate": number / 7} for number in range(1000)])
    monkeypatch.setitem(wire._BY_CODE, b"m"[0], None)
    assert len(wire.decode(data)) == 1000


DAY, MOMENT = date(2024, 1, 31), datetime(2024, 1, 31, 23, 59, 1)
fields = st.one_of(st.none(), st.integers(), st.floats(), st.text(), st.booleans(), st.dates(), st.datetimes())


@given(st.lists(st.lists(st.tuples(fields, fields)), max_size=3), st.lists(st.tuples(st.none() | st.datetimes())))
def test_tables_are_read_back(tables: list[Any], times: list[Any]) -> None:
    value = (*tables, times, ["a", "b"])
    assert same(wire.decode(wire.encode_tables(value)), value)


def test_columns_of_dates_and_between_nothing_are_packed_and_read_as_text_for_sql() -> None:
    rows = [(DAY, MOMENT, None, None, 7, True), (None, None, "x", None, None, False)] * 500
    data = wire.encode_tables((rows,))
    assert len(data) < 60 * len(rows)
    assert same(wire.decode(data), (rows,))
    ((first, second, *_),) = wire.decode_tables(data)
    assert first == ("2024-01-31", "2024-01-31 23:59:01", None, None, 7, True)
    assert second == (None, None, "x", None, None, False)
    assert wire.decode_tables(wire.encode_tables(([(DAY, MOMENT)],))) == ([("2024-01-31", "2024-01-31 23:59:01")],)


@pytest.mark.parametrize(
    "data",
    [
        b"O" + struct.pack("<Q", 2) + b"\1\0" + wire.encode([]),
        b"O" + struct.pack("<Q", 1) + b"\2" + wire.encode([]),
        b"E" + wire.encode([1]),
        b"E" + wire.encode([]),
        b"E" + wire.encode(["2024-13-01"]),
        b"E" + wire.encode(["2024-01-01", None]),
        b"E" + wire.encode("2024-01-01"),
    ],
)
def test_columns_that_were_not_written_so_are_refused(data: bytes) -> None:
    with pytest.raises(WireError):
        wire.decode_answer(data)


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
