"""JavaScript's codec against the Python one: what is decoded and encoded again has the same bytes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from judge.languages.types import parse_type
from sandbox.guest import wire
from tests.judge.languages.compiled import a_class, method
from tests.judge.languages.driven import answered
from tests.judge.languages.scripted import CORNERS, Files, assert_same_bytes, in_utf16, js_files, node_command
from tests.judge.languages.test_cpp_codec import ECHO, TYPES, values

SOURCE = "class Echo {\n" + "\n".join(f"  echo_{i}(x) {{ return x; }}" for i in range(len(TYPES))) + "\n}\n"


@pytest.fixture(scope="module")
def echo() -> Files:
    return js_files(SOURCE, ECHO)


def in_javascript(value: Any, key: bool = False) -> Any:
    """A Set or a Map holds -0 as 0."""
    match value:
        case float() if key and value == 0:
            return 0.0
        case dict():
            return {in_javascript(one, True): in_javascript(item) for one, item in value.items()}
        case set():
            return {in_javascript(item, True) for item in value}
        case list():
            return [in_javascript(item) for item in value]
        case tuple():
            return tuple(in_javascript(item) for item in value)
    return value


def check(echo: Files, calls: list[tuple[str, tuple[Any, ...]]]) -> None:
    given = [(name, tuple(in_javascript(in_utf16(one)) for one in arguments)) for name, arguments in calls]
    kind, payload, _, error = answered(echo, node_command, [("Echo", ()), *given])
    assert kind == b"A", (payload, error)
    assert_same_bytes(payload, given)


def test_what_is_easily_carried_wrong(echo: Files) -> None:
    check(echo, [(f"echo_{TYPES.index(text)}", (value,)) for text in CORNERS for value in CORNERS[text]])


@settings(max_examples=6, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(calls=st.tuples(*(st.lists(values(parse_type(text)), min_size=2, max_size=8) for text in TYPES)))
def test_what_is_decoded_and_encoded_again_has_the_same_bytes(echo: Files, calls: tuple[list[Any], ...]) -> None:
    check(echo, [(f"echo_{i}", (value,)) for i, drawn in enumerate(calls) for value in drawn])


MIXED = a_class("Mixed", method("f", "float", x="float"), method("g", "tuple[int, str]", x="tuple[int, str]"), x="int")
MIXING = "class Mixed {\n  f(x) { return x; }\n  g(x) { return x; }\n}\n"


@pytest.mark.parametrize(
    "steps",
    [
        [("Mixed", (1,)), *[("f", (2.5,)), ("f", (3,))] * 2],
        [("Mixed", (1,)), *[("f", (7,))] * 3],
        [("Mixed", (1,)), *[("g", ((1, "x"),)), ("f", (2.5,))] * 2],
    ],
)
def test_arguments_of_several_methods_in_one_column(steps: list[Any]) -> None:
    kind, payload, _, error = answered(js_files(MIXING, MIXED), node_command, steps)
    assert kind == b"A", (payload, error)
    expected = [float(x) if name == "f" else x for name, (x,) in steps[1:]]
    assert wire.decode(payload) == [None, *expected]
    assert all(type(got) is type(want) for got, want in zip(wire.decode(payload)[1:], expected, strict=True))


def test_integers_of_more_than_64_bits_are_carried(echo: Files) -> None:
    numbers = [2**63, -(2**63) - 1, 2**64, -(2**64), 2**200, -(2**71), 255, -(2**63), 2**53, 2**53 + 1]
    check(echo, [("echo_0", (number,)) for number in numbers] + [("echo_5", (numbers,))])
