"""The C++ codec against the Python one: what is decoded and encoded again has the same bytes."""

from __future__ import annotations

import math
from struct import pack
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from judge.languages.drivers.cpp_types import seen
from judge.languages.types import Type, parse_type
from sandbox.guest import wire
from tests.judge.languages.compiled import Files, a_class, built, function, method, run, start

TYPES = (
    "int",
    "float",
    "str",
    "bool",
    "int | None",
    "list[int]",
    "list[float]",
    "list[str]",
    "list[bool]",
    "list[int | None]",
    "list[list[int]]",
    "list[tuple[int, int, int]]",
    "list[tuple[str, float, bool]]",
    "list[tuple[int, list[str]]]",
    "list[tuple[tuple[int, str], float | None]]",
    "list[tuple[int, ...]]",
    "list[tuple[bool, ...] | None]",
    "list[tuple[tuple[float, ...], ...]]",
    "tuple[list[int], list[float]]",
    "tuple[()]",
    "tuple[str, ...]",
    "set[int]",
    "set[str]",
    "set[tuple[int, str]]",
    "dict[int, list[str]]",
    "dict[str, dict[str, float]]",
    "dict[tuple[int, int], bool | None]",
    "dict[bool, set[float]]",
    "list[dict[str, int]]",
    "list[None]",
)
ECHO = a_class("Echo", *(method(f"echo_{i}", text, x=text) for i, text in enumerate(TYPES)))
SOURCE = "\n".join(
    [
        "using namespace std;",
        "struct Echo {",
        *(
            f"{seen(parse_type(text))} echo_{i}({seen(parse_type(text))} x) {{ return x; }}"
            for i, text in enumerate(TYPES)
        ),
        "};",
    ]
)

INTS = st.integers(-(2**63), 2**63 - 1) | st.integers(-5, 5)
TEXTS = st.text(st.characters(exclude_categories=()), max_size=8)


def values(of: Type, key: bool = False) -> st.SearchStrategy[Any]:
    """Values of the type. What a set or a dict is keyed by has no NaN, which is equal to nothing."""
    match of.name:
        case "int":
            return INTS
        case "float":
            return st.floats(allow_nan=not key, width=64)
        case "str":
            return TEXTS
        case "bool":
            return st.booleans()
        case "none":
            return st.none()
        case "list":
            return st.lists(values(of.of[0], key), max_size=9)
        case "row":
            return _often_equally_long(values(of.of[0], key))
        case "tuple":
            return st.tuples(*(values(part, key) for part in of.of))
        case "set":
            return st.sets(values(of.of[0], key=True), max_size=9)
        case "dict":
            return st.dictionaries(values(of.of[0], key=True), values(of.of[1], key), max_size=9)
        case _:
            return st.none() | values(of.of[0], key) if of.of[0].name != "none" else st.none()


def _often_equally_long(items: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, min_size=2, max_size=2).map(tuple) | st.lists(items, max_size=4).map(tuple)


def without_order(value: Any) -> Any:
    """Dicts in one order, for C++ keeps none."""
    match value:
        case dict():
            pairs = [(key, without_order(item)) for key, item in value.items()]
            return dict(sorted(pairs, key=lambda pair: wire.encode(pair[0])))
        case list() | tuple():
            return type(value)(map(without_order, value))
    return value


CALLS = st.one_of(
    *(st.tuples(st.just(f"echo_{i}"), st.tuples(values(parse_type(text)))) for i, text in enumerate(TYPES))
)


@pytest.fixture(scope="module")
def echo() -> Files:
    return built(SOURCE, ECHO)


def check(echo: Files, calls: list[tuple[str, tuple[Any, ...]]]) -> None:
    kind, payload, _, error = run(echo, [("Echo", ()), *calls])
    assert kind == b"A", (payload, error)
    pieces = [wire.encode(None), *(wire.encode(arguments[0]) for _, arguments in calls)]
    if payload != b"l" + pack("<Q", len(pieces)) + b"".join(pieces):
        answers = wire.decode(payload)
        assert any("dict" in TYPES[int(name.removeprefix("echo_"))] for name, _ in calls), (answers, calls)
        expected = [None, *(arguments[0] for _, arguments in calls)]
        assert wire.encode(without_order(answers)) == wire.encode(without_order(expected))


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(calls=st.lists(CALLS, max_size=40))
def test_what_is_decoded_and_encoded_again_has_the_same_bytes(echo: Files, calls: list[Any]) -> None:
    check(echo, calls)


@pytest.mark.parametrize("number", range(len(TYPES)), ids=TYPES)
@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_calls_of_one_method_which_are_packed_in_columns(echo: Files, number: int, data: st.DataObject) -> None:
    arguments = data.draw(st.lists(values(parse_type(TYPES[number])), min_size=3, max_size=20))
    check(echo, [(f"echo_{number}", (argument,)) for argument in arguments])


SPECIAL = [0.0, -0.0, math.nan, math.inf, -math.inf, 5e-324, 1.7976931348623157e308]


def test_values_at_the_edges(echo: Files) -> None:
    of = {text: f"echo_{i}" for i, text in enumerate(TYPES)}
    check(
        echo,
        [
            (of["list[float]"], (SPECIAL,)),
            (of["list[int]"], ([2**63 - 1, -(2**63), 0, -1],)),
            (of["list[str]"], (["", "\x00", "\ud800", "\U0010ffff", "é"],)),
            (of["list[bool]"], ([True, False] * 40,)),
            (of["list[list[int]]"], ([[], [1], [1, 2, 3, 4], [0] * 1000],)),
            (of["tuple[()]"], ((),)),
            (of["set[str]"], ({"", "a", "aa", "b"},)),
        ],
    )


def test_columns_of_a_long_script(echo: Files) -> None:
    """All calls have one argument, so that the script itself is packed; their types differ from call to call."""
    of = {text: f"echo_{i}" for i, text in enumerate(TYPES)}
    ones = a_class("Echo", *ECHO.methods, x="int")
    packed = built(SOURCE.replace("struct Echo {", "struct Echo { Echo(int) {}"), ones)
    calls = [(of["int"], (i,)) for i in range(5)] + [(of["str"], ("x",)), (of["list[int]"], ([1, 2, 3, 4],))] * 3
    data = wire.encode([("Echo", (7,)), *calls])
    assert data[:1] == b"R"
    kind, payload, *_ = run(packed, [("Echo", (7,)), *calls])
    assert kind == b"A"
    assert wire.decode(payload) == [None, *(arguments[0] for _, arguments in calls)]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (([2**63],), "more than 64 bits"),
        (([1, 2, 3, -(2**63) - 1],), "more than 64 bits"),
        ((["x"],), "int is declared"),
        ((["x"] * 5,), "int is declared"),
        (([[1]],), "int is declared"),
        ((3,), "a list is declared"),
        (([1], 2), "another tuple is declared"),
        (([1.5] * 4,), "int is declared"),
    ],
)
def test_an_input_that_the_types_cannot_hold_is_a_fault_before_ready(value: Any, words: str) -> None:
    total = built(
        "long long total(std::vector<long long> xs) { return xs.size(); }", function("total", "int", xs="list[int]")
    )
    started = start(total, value)
    kind, text = started.ready
    started.end()
    assert kind == b"F"
    assert words in text.decode()


def test_whole_numbers_are_taken_for_floats() -> None:
    same = built(
        "using namespace std; vector<double> same(vector<double> xs) { return xs; }",
        function("same", "list[float]", xs="list[float]"),
    )
    for given_ in ([1, 2], [1, 2, 3, 4, 5], [1, 2.5, 3, 4, 5]):
        assert run(same, (given_,))[1] == wire.encode([float(x) for x in given_])
