"""Whatever an answer holds: checkers end with a line that people, JSON and terminals can bear, and so do its texts."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from judge.checkers import compare, find_difference
from judge.checkers.difference import LONGEST
from judge.problem.checkerspec import Checker
from judge.problem.interface import ClassInterface, FunctionInterface, StdioInterface
from judge.problem.text import format_input, format_value
from judge.report import CaseFinished, Tier, Verdict
from sandbox.guest import wire
from sandbox.guest.carried import Array, Frame, WireError
from tests.sandbox.fuzz.messages import arrays, damaged, edits, frames, mappings, messages, texts, well_formed

SPECS: list[dict[str, Any]] = [
    {"kind": "exact"},
    {"kind": "exact", "numbers": True},
    {"kind": "float", "relative": 1e-9, "absolute": 1e-12},
    {"kind": "unordered"},
    {"kind": "mapping", "values": {"kind": "float"}},
    {"kind": "tuple", "parts": [{"kind": "exact"}, {"kind": "unordered"}]},
    {"kind": "tokens", "relative": 1e-6},
]
CHECKER: TypeAdapter[Any] = TypeAdapter(Checker)
FUNCTION = FunctionInterface.model_validate(
    {"kind": "function", "name": "f", "parameters": [{"name": "x", "type": "int"}], "returns": "int"}
)
CLASS = ClassInterface.model_validate(
    {"kind": "class", "name": "Total", "methods": [{"name": "add", "returns": "int"}]}
)
STDIO = StdioInterface.model_validate({"kind": "stdio"})
INPUT = wire.encode([("Total", ()), *[("add", ())] * 9])


def line(spec: dict[str, Any], expected: bytes, answer: bytes, interface: Any = FUNCTION) -> str | None:
    problem: Any = SimpleNamespace(spec=SimpleNamespace(checker=CHECKER.validate_python(spec), interface=interface))
    return compare(problem, None, INPUT, expected, answer)  # type: ignore[arg-type]


def bearable(text: str, most: int) -> None:
    """One line without controls, which UTF-8 and JSON can carry, of bounded length."""
    text.encode()
    assert text.isprintable(), text
    assert len(text) <= most
    case = CaseFinished(index=0, total=1, tier=Tier.EDGE, name="x", verdict=Verdict.WA, message=text, answer=text)
    assert CaseFinished.model_validate_json(case.model_dump_json()) == case


def readable(message: bytes) -> bool:
    try:
        wire.decode_answer(message)
    except WireError:
        return False
    return True


def near(expected: bytes) -> st.SearchStrategy[tuple[bytes, bytes]]:
    return st.tuples(st.just(expected), st.builds(damaged, st.just(expected), edits) | messages)


pairs = st.one_of(
    *(st.tuples(alike.filter(readable), alike) for alike in (arrays, frames, mappings, texts.map(wire.encode))),
    well_formed.filter(readable).flatmap(near),
)


@settings(max_examples=400)
@given(st.sampled_from(SPECS), pairs)
def test_a_checker_says_one_line(spec: dict[str, Any], pair: tuple[bytes, bytes]) -> None:
    said = line(spec, *pair)
    if said is not None:
        bearable(said, LONGEST + 100)


@settings(max_examples=300)
@given(messages.filter(readable), st.sampled_from([0, 1, 60, 2000]))
def test_an_answer_is_shown_within_the_limit(message: bytes, limit: int) -> None:
    value = wire.decode_answer(message)
    bearable(format_value(value, limit), 6 * limit + 400)
    for interface, input in ((FUNCTION, (value,)), (FUNCTION, value), (STDIO, value)):
        assert len(format_input(interface, input, limit)) <= 6 * max(limit, 40) + 400
    bearable(format_input(CLASS, [("add", (value,))], limit), 6 * limit + 400)


@pytest.mark.parametrize("key", [float("nan"), (float("nan"), 1), frozenset({-0.0, float("nan")})], ids=repr)
@pytest.mark.parametrize("spec", [spec for spec in SPECS if spec["kind"] in ("exact", "float", "mapping")])
def test_a_key_that_no_look_up_finds_is_still_the_same_key(spec: dict[str, Any], key: Any) -> None:
    expected = wire.decode(wire.encode({key: 1.0, 2: 2.0}))
    answer = wire.decode(wire.encode({key: 1.5, 2: 2.0}))
    checker = CHECKER.validate_python(spec)
    assert find_difference(checker, expected, wire.decode(wire.encode(expected))) is None
    found = find_difference(checker, expected, answer)
    assert found is not None and found.text == "1.5, expected 1.0"


LONG = 1 << 40_000
FLOATS = Array("<f8", (1,), bytes(8))
PLAIN = ("x", "int64", [1])


@pytest.mark.parametrize(
    ("expected", "answer"),
    [
        (FLOATS, Array("<f8", (LONG, 0), b"")),
        (FLOATS, Array("<f8\ud800\x1b[2J", (1,), bytes(8))),
        (FLOATS, Array("<f8" + "x" * 1000, (1,), bytes(8))),
        (Frame(PLAIN, (PLAIN,)), Frame(PLAIN, (("x", "\x1b]0;x\x07\udc80", [1]),))),
        (Frame(PLAIN, (PLAIN,)), Frame(PLAIN, (("\x1b[1A", "int64", [1]),))),
        (Frame(PLAIN, (PLAIN,)), Frame(("x", "int\n64", [1]), (PLAIN,))),
        ([LONG], [LONG + 1]),
        ({LONG: 1}, {-LONG: 1}),
    ],
    ids=["shape", "dtype", "long dtype", "column", "name", "index", "number", "key"],
)
def test_what_was_found(expected: Any, answer: Any) -> None:
    said = line(SPECS[0], wire.encode(expected), wire.encode(answer))
    assert said is not None
    bearable(said, LONGEST + 100)
