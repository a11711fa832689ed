"""C and C++ as languages: what a person begins with, what they cannot be used for."""

from __future__ import annotations

from pathlib import Path

import pytest

from judge.languages.c import C
from judge.languages.cpp import Cpp
from judge.languages.drivers.cpp_types import descriptor, seen
from judge.languages.stdio import STDIO
from judge.languages.types import parse_type
from judge.problem.bank import Bank
from judge.problem.interface import FunctionInterface, Interface
from sandbox.guest import wire
from tests.judge.languages.compiled import a_class, built, function, method, run

cpp = Cpp()

RICH = a_class(
    "Store",
    method("add", "None", key="str", default="int", delete="float"),
    method("best", "list[tuple[int, str]]", k="int"),
    method("find", "int | None", where="dict[tuple[int, int], set[str]]"),
    size="int",
)


@pytest.mark.parametrize(
    ("text", "type_", "wired"),
    [
        ("int", "long long", "Int"),
        ("list[float]", "vector<double>", "List<Float>"),
        ("list[tuple[int, str]]", "vector<tuple<long long, string>>", "List<Tuple<Int, Str>>"),
        ("tuple[bool, ...]", "vector<bool>", "Row<Bool>"),
        ("tuple[()]", "tuple<>", "Tuple<>"),
        ("dict[str, int | None]", "unordered_map<string, optional<long long>>", "Dict<Str, Optional<Int>>"),
        ("dict[tuple[int, int], str]", "map<tuple<long long, long long>, string>", "Dict<Tuple<Int, Int>, Str>"),
        ("set[tuple[str, ...]]", "set<vector<string>>", "Set<Row<Str>>"),
        ("set[int | None]", "unordered_set<optional<long long>>", "Set<Optional<Int>>"),
    ],
)
def test_types_are_spelled_as_cpp_does(text: str, type_: str, wired: str) -> None:
    assert (seen(parse_type(text)), descriptor(parse_type(text))) == (type_, wired)


def test_a_starter_of_a_function_compiles_and_fails() -> None:
    interface = function("sums", "list[int]", xs="list[int]", default="str")
    text = cpp.starter(interface, "The sums.\n\nEven this: */ \\")
    assert "vector<long long> sums(vector<long long> xs, string default_) {" in text
    assert "/*\n * The sums.\n *\n * Even this: * / \\\n */\n" in text
    kind, said, *_ = run(built(text, interface), ([1], "x"))
    assert (kind, said) == (b"E", b"std::logic_error: not written yet")


def test_a_starter_of_a_class_compiles_and_fails() -> None:
    text = cpp.starter(RICH, "")
    assert "    void add(string key, long long default_, double delete_) {" in text
    assert "    Store(long long size) {" in text
    kind, said, *_ = run(built(text, RICH), [("Store", (1,)), ("add", ("a", 2, 0.5)), ("best", (1,))])
    assert (kind, said) == (b"E", b"std::logic_error: not written yet (in call 1, add)")


def test_a_starter_of_a_program_says_what_it_is() -> None:
    assert "int main() {" in cpp.starter(STDIO, "Read.")
    assert C().starter(STDIO, "Read.").startswith("// Read.\n#include <stdio.h>\n\nint main(void) {")


@pytest.mark.parametrize(
    ("interface", "word"),
    [
        (function("aggregate", "int", stream="Stream"), "Stream"),
        (function("find", "int", xs="ProbeSequence"), "ProbeSequence"),
        (function("f", "DataFrame"), "DataFrame"),
        (function("delete", "int"), "delete"),
        (function("main", "int"), "main"),
        (a_class("Map", method("new", "int")), "new"),
        (a_class("Map", method("get", "bytes")), "bytes"),
        (a_class("Map", method("get", "int"), size="date"), "date"),
    ],
)
def test_what_it_cannot_be_used_for_is_said(interface: Interface, word: str) -> None:
    why = cpp.cannot(interface)
    assert why is not None
    assert f" {word}" in why
    assert C().cannot(interface) is not None


def test_it_can_be_used_for_most_of_the_bank() -> None:
    """All but queries, frames, calls one after the other, and what is read or thrown piece by piece."""
    bank = Bank(Path(__file__).parents[3] / "problems").all()
    cannot = {problem.slug for problem in bank if cpp.cannot(problem.spec.interface)}
    tables = {problem.slug for problem in bank if problem.slug.startswith(("sql-", "pd-"))}
    pieces = {"find-element", "short-in-long-sorted", "stream-csv-sum"}
    assert cannot == tables | pieces | {"fair-bits-from-biased-coin", "train-test-split-30-70", "clickstream-generator"}
    assert cpp.cannot(STDIO) is None
    assert C().cannot(STDIO) is None


def test_the_driver_is_the_same_for_all_submissions_to_an_interface() -> None:
    one, two = (cpp.plan(text, RICH, "python") for text in ("int a;", "int b;"))
    assert one.driver == two.driver
    assert one.driver is not None
    assert one.build != two.build
    assert not any(b"int a;" in data for data in one.driver.program.files.values())
    other = cpp.plan("int a;", function("f", "int"), "python")
    assert other.driver != one.driver


def test_answers_keep_their_types() -> None:
    """An int where a float is declared is a float in the answer, as Python's own check would want it."""
    interface: FunctionInterface = function("half", "float", x="int")
    assert run(built("int half(int x) { return x / 2; }", interface), (7,))[:2] == (b"A", wire.encode(3.0))
