"""Java's codec against the Python one: what is decoded and encoded again has the same bytes, whatever types the
submission's signatures ask for."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from judge.languages.javatext import type_text
from judge.languages.types import parse_type
from sandbox.guest import wire
from tests.judge.languages.compiled import a_class, method
from tests.judge.languages.driven import answered
from tests.judge.languages.scripted import CORNERS, Files, assert_same_bytes, in_utf16, java_command, java_files
from tests.judge.languages.test_cpp_codec import ECHO, TYPES, values

# What a signature may ask for instead: the type, and the parameter in Java.
ASKED = (
    ("int", "int"),
    ("int", "Integer"),
    ("int", "java.math.BigInteger"),
    ("list[int]", "int[]"),
    ("list[int]", "Integer[]"),
    ("list[int]", "List<Integer>"),
    ("list[float]", "ArrayList<Double>"),
    ("list[str]", "Collection<String>"),
    ("list[str]", "char[][]"),
    ("list[list[int]]", "List<List<Integer>>"),
    ("list[list[int]]", "List<int[]>"),
    ("list[list[int]]", "int[][]"),
    ("list[tuple[int, int, int]]", "int[][]"),
    ("list[tuple[int, int, int]]", "List<List<Long>>"),
    ("list[tuple[int, int, int]]", "Object[]"),
    ("list[tuple[str, float, bool]]", "List<Object[]>"),
    ("set[int]", "TreeSet<Integer>"),
    ("set[str]", "HashSet<String>"),
    ("dict[int, list[str]]", "Map<Integer, List<String>>"),
    ("dict[int, list[str]]", "Map<Long, String[]>"),
    ("dict[str, dict[str, float]]", "LinkedHashMap<String, Map<String, Double>>"),
    ("int | None", "Integer"),
)
ASKING = a_class("Asking", *(method(f"asked_{i}", text, x=text) for i, (text, _) in enumerate(ASKED)))
SOURCE = "\n".join(
    [
        "import java.util.*;",
        "class Echo {",
        *(f"  {type_text(text)} echo_{i}({type_text(text)} x) {{ return x; }}" for i, text in enumerate(TYPES[:-1])),
        f"  Object[] echo_{len(TYPES) - 1}(Object[] x) {{ return x; }}",
        "}",
        "class EchoObject {",
        *(f"  Object echo_{i}(Object x) {{ return x; }}" for i in range(len(TYPES))),
        "}",
        "class Mixed {",
        "  Mixed(int x) { }",
        "  double f(Double x) { return x; }",
        "  Object[] g(Object[] x) { return x; }",
        "}",
        "class Asking {",
        *(f"  {asked} asked{i}({asked} x) {{ return x; }}" for i, (_, asked) in enumerate(ASKED)),
        "}",
    ]
)
MIXED = a_class("Mixed", method("f", "float", x="float"), method("g", "tuple[int, str]", x="tuple[int, str]"), x="int")
OBJECTS = ECHO.model_copy(update={"name": "EchoObject"})


@pytest.fixture(scope="module", params=[ECHO, OBJECTS], ids=["typed", "Object"])
def echo(request: pytest.FixtureRequest) -> tuple[str, Files]:
    name = request.param.name
    return name, java_files(SOURCE, request.param, [name])


def check(files: Files, name: str, calls: list[tuple[str, tuple[Any, ...]]]) -> None:
    given = [(called, tuple(map(in_utf16, arguments))) for called, arguments in calls]
    kind, payload, _, error = answered(files, java_command, [(name, ()), *given])
    assert kind == b"A", (payload, error)
    assert_same_bytes(payload, given)


def test_what_is_easily_carried_wrong(echo: tuple[str, Files]) -> None:
    check(echo[1], echo[0], [(f"echo_{TYPES.index(text)}", (value,)) for text in CORNERS for value in CORNERS[text]])


@settings(max_examples=2, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(calls=st.tuples(*(st.lists(values(parse_type(text)), min_size=2, max_size=10) for text in TYPES)))
def test_what_is_decoded_and_encoded_again_has_the_same_bytes(
    echo: tuple[str, Files], calls: tuple[list[Any], ...]
) -> None:
    given = [(f"echo_{i}", (value,)) for i, drawn in enumerate(calls) for value in drawn]
    check(echo[1], echo[0], given)


def small(value: Any) -> Any:
    """Integers that fit 32 bits, and floats that keep their bytes in a sorted or hashed collection."""
    match value:
        case bool():
            return value
        case int():
            return (value + 2**31) % 2**32 - 2**31
        case dict():
            return {small(key): small(item) for key, item in value.items()}
        case list() | tuple():
            return type(value)(map(small, value))
        case set():
            return set(map(small, value))
    return value


@settings(max_examples=2, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(data=st.data())
def test_a_signature_may_ask_for_other_types(data: st.DataObject) -> None:
    calls = []
    for i, (text, _) in enumerate(ASKED):
        drawn = data.draw(st.lists(values(parse_type(text)), min_size=1, max_size=4))
        calls += [(f"asked_{i}", (small(value),)) for value in drawn]
    check(java_files(SOURCE, ASKING, ["Asking"]), "Asking", calls)


@pytest.mark.parametrize(
    "steps",
    [
        [("Mixed", (1,)), *[("f", (2.5,)), ("f", (3,))] * 2],
        [("Mixed", (1,)), *[("f", (7,))] * 3],
        [("Mixed", (1,)), *[("g", ((1, "x"),)), ("f", (2.5,))] * 2],
    ],
)
def test_arguments_of_several_methods_in_one_column(steps: list[Any]) -> None:
    kind, payload, _, error = answered(java_files(SOURCE, MIXED, ["Mixed"]), java_command, steps)
    assert kind == b"A", (payload, error)
    expected = [float(x) if name == "f" else x for name, (x,) in steps[1:]]
    assert wire.decode(payload) == [None, *expected]
    assert all(type(got) is type(want) for got, want in zip(wire.decode(payload)[1:], expected, strict=True))


def test_integers_of_more_than_64_bits_need_a_signature_that_says_so() -> None:
    files = java_files(SOURCE, ASKING, ["Asking"])
    numbers = [2**63, -(2**63) - 1, 2**64, -(2**64), 2**200, -(2**71), 255, -(2**63)]
    check(files, "Asking", [("asked_2", (number,)) for number in numbers])
    kind, payload, *_ = answered(files, java_command, [("Asking", ()), ("asked_0", (2**63,))])
    assert (kind, b"does not fit Java's long" in payload) == (b"F", True)
