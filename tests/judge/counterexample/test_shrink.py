"""What is left of an input, with made-up failures. Nothing is run."""

from __future__ import annotations

import math
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judge.counterexample.fewer import fewer
from judge.counterexample.leaves import cost
from judge.counterexample.shrink import size_of
from sandbox.guest import wire
from sandbox.guest.carried import Array, Frame, ProbeSequence, Stream
from tests.judge.counterexample.dialogue import BOX, PROGRAM, function, of_one, shrunk

SMALL = st.integers(-30, 30)
LISTS = st.lists(SMALL, max_size=25)
# Failures of many kinds: by a sum, by one bad item, by two that are equal, by order, by length.
FAILURES = {
    "sum": lambda xs: sum(xs) > 20,
    "item": lambda xs: any(x > 7 for x in xs),
    "equal": lambda xs: len(set(xs)) < len(xs),
    "descent": lambda xs: any(a > b + 3 for a, b in pairwise(xs)),
    "length": lambda xs: len(xs) >= 5,
    "odd length": lambda xs: len(xs) % 2 == 1,
    "negative": lambda xs: min(xs, default=0) < -2,
    "always": lambda xs: True,
}


@pytest.mark.parametrize("name", FAILURES)
@given(xs=LISTS)
@settings(max_examples=60, deadline=None)
def test_a_list_still_fails_and_no_single_item_can_go(name: str, xs: list[int]) -> None:
    fails = FAILURES[name]
    if not fails(xs):
        return
    left = of_one(fails, xs)
    assert fails(left)
    assert not any(fails(left[:at] + left[at + 1 :]) for at in range(len(left)))
    assert len(left) <= len(xs)
    assert of_one(fails, left) == left


@given(xs=LISTS, limit=st.integers(1, 60))
@settings(max_examples=100, deadline=None)
def test_only_legal_inputs_are_left(xs: list[int], limit: int) -> None:
    """What the validator refuses does not fail."""

    def legal(xs: list[int]) -> bool:
        return len(xs) >= 2 and all(abs(x) <= limit for x in xs) and xs == sorted(xs)

    xs = sorted(x for x in xs if abs(x) <= limit)
    if not legal(xs) or sum(xs) == 0:
        return
    left = of_one(lambda xs: legal(xs) and sum(xs) != 0, xs)
    assert legal(left) and sum(left) != 0
    assert len(left) == 2


LEAVES = SMALL | st.text(max_size=4) | st.floats() | st.booleans() | st.none()
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4) | st.tuples(inner, inner) | st.dictionaries(st.text(max_size=2), inner, max_size=3)
    ),
)


@given(value=VALUES)
@settings(max_examples=100, deadline=None)
def test_whatever_always_fails_goes_down_to_next_to_nothing_in_the_same_way(value: Any) -> None:
    left, tried = shrunk(function(x="any"), (value,), lambda _: True)
    assert len(left) == 1 and type(left[0]) is type(value)
    if type(value) in (list, str, dict):
        assert not left[0]
    if type(value) in (int, float):
        assert left[0] == 0
    again, same = shrunk(function(x="any"), (value,), lambda _: True)
    assert wire.encode(again) == wire.encode(left)
    assert [wire.encode(one) for one in tried] == [wire.encode(one) for one in same]


@given(number=st.integers(-(10**20), 10**20), limit=st.integers(0, 10**6))
@settings(max_examples=100, deadline=None)
def test_a_number_goes_to_the_nearest_that_fails(number: int, limit: int) -> None:
    if abs(number) <= limit:
        return
    assert of_one(lambda n: abs(n) > limit, number) == limit + 1
    assert of_one(lambda n: n == number, number) == number


def test_equal_numbers_become_simpler_together() -> None:
    def fails(xs: list[float]) -> bool:
        return any(xs.count(x) > 1 and x for x in xs)

    assert of_one(fails, [837.25, 12.5, 837.25, -3.0]) == [1.0, 1.0]
    assert of_one(lambda xs: xs == sorted(xs, reverse=True) and len(set(xs)) == 3, [900, 31, -44]) == [2, 1, 0]


def test_floats_become_whole_or_short() -> None:
    assert of_one(lambda x: x > 3.3, 812.123456) == 4.0
    assert of_one(lambda x: not x.is_integer(), 0.7312345) == 0.7
    assert math.isnan(of_one(math.isnan, math.nan))
    assert of_one(lambda x: x > 0, math.inf) == 1.0


def test_text_becomes_short_and_plain() -> None:
    assert of_one(lambda s: len(s) > len(set(s)), "the quick brown fox") in ("aa", "  ")
    assert of_one(lambda s: "7" in s, "flight 737-800") == "7"
    assert of_one(lambda s: any(ord(c) > 127 for c in s), "zażółć") == "é"
    assert of_one(lambda s: len(s.encode()) > 3, "\U000808ff") == "😀"
    assert of_one(lambda s: len(s) == 4 and s[0] == s[2] and len(set(s)) == 3, "\0!\0b") == "abac"
    assert of_one(lambda s: "," in s and s[-1:].isdigit(), "Berlin, 12") == ",0"
    assert of_one(lambda s: s.startswith("a\n"), "a\nb\nc\n") == "a\n"


def test_lists_of_one_length_and_their_length_shrink_together() -> None:
    def fails(n: int, xs: list[int], ys: list[int]) -> bool:
        return n == len(xs) == len(ys) and any(x > y for x, y in zip(xs, ys, strict=True))

    value = (6, [1, 5, 9, 2, 8, 3], [7, 7, 7, 7, 7, 7])
    left, _ = shrunk(function(n="int", xs="list", ys="list"), value, lambda value: fails(*value))
    assert left == (1, [1], [0])


def test_edges_of_a_graph_are_renumbered() -> None:
    def fails(n: int, edges: list[tuple[int, int, int]]) -> bool:
        legal = all(0 <= u < n and 0 <= v < n and u != v for u, v, _ in edges)
        return legal and any(w < 0 for _, _, w in edges)

    value = (9, [(3, 7, 20), (7, 8, -400), (1, 2, 5)])
    left, _ = shrunk(function(n="int", edges="list"), value, lambda value: fails(*value))
    assert left in ((2, [(0, 1, -1)]), (2, [(1, 0, -1)]))


def test_a_script_keeps_its_constructor_and_the_names_of_its_methods() -> None:
    def fails(script: list[tuple[str, tuple[Any, ...]]]) -> bool:
        assert script[0][0] == "Box" and all(name in ("add", "ask") for name, _ in script[1:])
        values = [args[0] for name, args in script[1:] if name == "add"]
        return script[-1][0] == "ask" and len(values) - len(set(values)) > 0

    script = [("Box", ()), *[("add", (x,)) for x in (3.5, 811.25, 2.0, 811.25, 9.0)], ("ask", ()), ("ask", ())]
    left, _ = shrunk(BOX, script, fails)
    assert left == [("Box", ()), ("add", (0.0,)), ("add", (0.0,)), ("ask", ())]
    assert size_of(BOX, left) == 3


def test_a_program_loses_lines_before_letters() -> None:
    text = "".join(f"row {at},{at * 37}\n" for at in range(40))
    left, tried = shrunk(PROGRAM, text, lambda text: "row 31," in text)
    assert left == "row 31,"
    assert len(tried) < 200
    left, _ = shrunk(PROGRAM, Stream(b"x,y\n", b"1,2\n", 1000, b"1,9"), lambda text: "9" in str(text))
    assert left == "9"


def test_a_stream_stays_a_stream_and_counted_reads_stay_counted() -> None:
    def streamed(value: Stream) -> bool:
        return isinstance(value, Stream) and any(b"-" in piece for piece in value.chunks())

    assert of_one(streamed, Stream(b"a\n", b"12\n-7\n", 10**9, b"")) == Stream(b"-", b"", 0)

    def counted(value: ProbeSequence) -> bool:
        return isinstance(value, ProbeSequence) and len(value) > 2 and value[len(value) - 1] > 5

    assert list(of_one(counted, ProbeSequence(10**7, ((0, 0, 1, 2), (5000, 2500, 3, 1))))) == [0, 0, 6]


def test_sets_and_dicts() -> None:
    assert of_one(lambda s: len(s) > 1, {"north", "south", "west"}) in ({"a", ""}, {"", "a"})
    assert of_one(lambda d: any(value > 5 for value in d.values()), {"a": 1, "bc": 70, "d": 3}) == {"": 6}
    assert of_one(lambda s: 7 in s, frozenset({7, 8, 9})) == frozenset({7})


def test_rows_leave_an_array_and_a_frame_whole() -> None:
    import struct

    def doubles(*values: float) -> Array:
        return Array("<f8", (len(values),), struct.pack(f"<{len(values)}d", *values))

    left = of_one(lambda a: max(struct.unpack(f"<{a.shape[0]}d", a.data), default=0) > 5, doubles(1.5, 8.25, 700.0))
    assert left == doubles(6.0)

    def fails(frame: Frame) -> bool:
        values = frame.columns[1][2]
        assert frame.rows == frame.columns[0][2].shape[0] == len(values)
        return frame.index[2][0] == 5 and "bad" in values

    frame = Frame(
        ("k", "range", (5, 11, 2)), (("x", "float64", doubles(1.5, 2.5, 3.5)), ("s", "object", ["a", "b", "bad"]))
    )
    left = of_one(fails, frame)
    assert left == Frame(("k", "range", (5, 7, 2)), (("x", "float64", doubles(0.0)), ("s", "object", ["bad"])))


def test_tables_that_are_joined_are_renamed_together() -> None:
    import struct

    def moments(*hours: int) -> Array:
        return Array("<M8[us]", (len(hours),), struct.pack(f"<{len(hours)}q", *(h * 3_600_000_000 for h in hours)))

    def table(time: str, *rows: tuple[int, str | None]) -> Frame:
        columns = (
            (time, "datetime64[us]", moments(*(hour for hour, _ in rows))),
            ("of", "object", [of for _, of in rows]),
        )
        return Frame((None, "range", (0, len(rows), 1)), columns)

    def fails(arguments: tuple[Frame, Frame]) -> bool:
        """A sale and a later rate of its currency."""
        sales, rates = (
            list(zip(struct.unpack(f"<{table.rows}q", table.columns[0][2].data), table.columns[1][2], strict=True))
            for table in arguments
        )
        return any(at < since and name == of for at, of in sales for since, name in rates if name)

    given = (
        table("at", (500_003, "USD"), (500_001, "GBP"), (500_002, None)),
        table("since", (500_009, "CHF"), (500_007, "GBP"), (499_999, "USD")),
    )
    left, _ = shrunk(function(sales="DataFrame", rates="DataFrame"), given, fails)
    day = 20_454 * 24  # 2026-01-01
    assert left == (table("at", (day, "a")), table("since", (day + 24, "a")))
    assert size_of(function(sales="DataFrame", rates="DataFrame"), left) == 2


def test_what_has_no_simpler_form_stays() -> None:
    for value in (None, date(2024, 2, 29), Decimal(1), b"", True):
        assert of_one(lambda other, value=value: other == value, value) == value


def test_leaving_out_is_cheap_where_one_item_matters() -> None:
    tried = 0
    steps = fewer(list(range(1000)), lambda items: items)
    items, answer = None, None
    while True:
        try:
            items = steps.send(answer)
        except StopIteration as ended:
            assert ended.value == [617]
            break
        tried += 1
        answer = 617 in items
    assert tried < 40


def test_simpler_is_shorter_then_nearer_to_zero() -> None:
    order = [0, 1, -1, 2, 10, -10, 999, 1000]
    assert sorted(order, key=cost) == [0, 1, 2, -1, 10, -10, 999, 1000]
    assert cost(0.5) > cost(1.0) and cost("b") > cost("a") > cost("")


@pytest.mark.parametrize(
    ("interface", "value", "size"),
    [
        (function(xs="list", k="int"), ([1, 2, 3], 5), 3),
        (function(xs="list", mode="str"), ([1, 2, 3], "shrink"), 3),
        (function(n="int"), (93,), None),
        (function(s="str"), ("abba",), 4),
        (PROGRAM, "a\nb\n", 2),
    ],
)
def test_how_large_an_input_is(interface: Any, value: Any, size: int | None) -> None:
    assert size_of(interface, value) == size
