import math
import tracemalloc
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.checkers.canonical import canonical
from judge.problem.interface import ClassInterface, FunctionInterface, Method, Parameter, StdioInterface
from judge.problem.text import MAX_TEXT, InputError, format_answer, format_input, format_value, parse_input
from sandbox.guest.carried import Array, Frame, ProbeSequence, Stream, Tape


def function(**types: str) -> FunctionInterface:
    parameters = [Parameter(name=name, type=kind) for name, kind in types.items()]
    return FunctionInterface(kind="function", name="solve", parameters=parameters, returns="int")


MEDIAN = ClassInterface(
    kind="class",
    name="RunningMedian",
    constructor=[],
    methods=[Method(name="add", parameters=[Parameter(name="x", type="float")]), Method(name="median")],
)
STDIO = StdioInterface(kind="stdio")

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-(10**4000), 10**4000)
    | st.floats()
    | st.complex_numbers()
    | st.text()
    | st.binary()
    | st.dates()
    | st.datetimes().map(lambda moment: moment.replace(fold=0))
    | st.timedeltas()
    | st.decimals(allow_nan=False)
)
keys = st.integers() | st.text() | st.binary() | st.booleans() | st.tuples(st.integers(), st.text())
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner)
        | st.lists(inner).map(tuple)
        | st.dictionaries(keys, inner)
        | st.sets(keys)
        | st.frozensets(st.integers())
    ),
    max_leaves=20,
)


@given(st.tuples(values, values))
def test_what_is_written_whole_is_read_back(value: tuple[Any, ...]) -> None:
    interface = function(a="object", b="object")
    text = format_input(interface, value, 10**6)
    assert canonical(parse_input(interface, text)) == canonical(value)


@given(values, st.integers(10, 300))
def test_what_is_shown_is_short_and_one_line(value: Any, limit: int) -> None:
    text = format_value(value, limit)
    assert len(text) <= limit + 80
    assert "\n" not in text
    assert text.isprintable()


@given(st.lists(st.floats()))
def test_a_script_is_read_back(numbers: list[float]) -> None:
    script = [("RunningMedian", ()), *[("add", (x,)) for x in numbers], ("median", ())]
    assert canonical(parse_input(MEDIAN, format_input(MEDIAN, script, 10**6))) == canonical(script)


@given(st.text())
def test_a_programs_input_is_its_text(text: str) -> None:
    assert parse_input(STDIO, format_input(STDIO, text)) == text


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    for interface in (function(xs="list[int]"), MEDIAN):
        for written in (text, f"xs = {text}", f"RunningMedian()\nadd({text})"):
            try:
                parse_input(interface, written)
            except InputError as error:
                assert error.line is None or 1 <= error.line <= written.count("\n") + 2


@pytest.mark.parametrize(
    "text",
    ["xs = " + "[" * 5000, "xs = " + "-" * 50_000 + "1",  "xs = " + "9" * 5000, "\x00",
     "xs = 1\\", "xs = '\ud800'", "xs = [" + "1," * MAX_TEXT + "]", "xs = f'{1}'", "xs = ...", "xs = {**{}}",
     "xs = set(5)", "xs = {[]: 1}", "xs = date(0, 0, 0)", "xs = Decimal('x')", "xs = ProbeSequence(-1, ())",
     "xs = __import__('os')", "xs = [i for i in range(9)]", "xs = 'a' * 10**9",
     "xs: int = 3", "xs = ys = 3", "xs.y = 3"],
)  # fmt: skip
def test_hostile_own_cases_are_refused(text: str) -> None:
    with pytest.raises(InputError):
        parse_input(function(xs="list[int]"), text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("xs = [1, 2", "line 1: '[' was never closed"),
        ("\n\nxs = [1]\nk = open('x')", "line 4: open('x') is not a literal value such as 3"),
        ("xs = [1]", "no value for k"),
        ("xs = [1]\nn = 3", "line 2: solve has no parameter n, only: xs, k"),
        ("xs = [1]\nxs = [2]\nk = 1", "line 2: xs is given twice"),
        ("[1, 2]", "line 1: write `name = value`, one line for each of: xs, k"),
        ("xs = y\nk = 1", "line 1: y is not a literal value"),
    ],
)
def test_a_fault_of_an_own_case_has_its_line(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_input(function(xs="list[int]", k="int"), text)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no operations; the first line must be RunningMedian(...)"),
        ("add(3)", "line 1: the first line, and only it, must be RunningMedian(...)"),
        ("RunningMedian()\nRunningMedian()", "line 2: the first line, and only it"),
        ("RunningMedian()\nadd()", "line 2: write add(x), arguments by position"),
        ("RunningMedian()\nadd(x=3)", "line 2: write add(x), arguments by position"),
        ("RunningMedian()\npop()", "line 2: RunningMedian has no method pop, only: add, median"),
        ("RunningMedian()\nm.add(3)", "line 2: write one operation a line"),
        ("RunningMedian()\n3", "line 2: write one operation a line"),
    ],
)
def test_a_fault_of_a_script_has_its_line(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_input(MEDIAN, text)
    assert str(caught.value).startswith(message)


def test_people_may_write_freely() -> None:
    text = "# two lines and a comment\nk = 0x10; xs = [\n  1,\n  -inf, nan,\n]\n"
    xs, k = parse_input(function(xs="list[float]", k="int"), text)
    assert (k, xs[:2], math.isnan(xs[2])) == (16, [1.0, -math.inf], True)


def test_what_people_write_is_fitted_to_the_type() -> None:
    (xs,) = parse_input(function(xs="list[tuple[str, float]]"), "xs = [('a', 1), ('b', True)]")
    assert [type(x) for _, x in xs] == [float, bool]
    assert parse_input(function(d="dict[int, float]"), "d = {1: 2}") == ({1: 2},)
    assert type(parse_input(function(x="float"), "x = 1" + "0" * 320)[0]) is int
    (sequence,) = parse_input(function(xs="ProbeSequence[int]"), "xs = [4, 5]")
    assert sequence == ProbeSequence.of([4, 5])
    assert format_input(function(xs="ProbeSequence[int]"), (sequence,)) == "xs = [4, 5]"
    (stream,) = parse_input(function(lines="Stream"), "lines = 'é\\n1'")
    assert stream == Stream("é\n1".encode(), b"", 0)
    assert format_input(function(lines="Stream"), (stream,)) == "lines = 'é\\n1'"
    assert format_value(Stream(b"\xff", b"", 0)) == "Stream(b'\\xff', b'', 0, b'')"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ((1,), "(1,)"),
        ((), "()"),
        (set(), "set()"),
        ({3}, "{3}"),
        (frozenset(), "frozenset()"),
        (frozenset({3}), "frozenset({3})"),
        (-0.0, "-0.0"),
        (math.nan, "nan"),
        (-math.inf, "-inf"),
        (1 + 2j, "complex(1.0, 2.0)"),
        (date(2024, 2, 29), "date(2024, 2, 29)"),
        (datetime(2024, 2, 29, 1, 2), "datetime(2024, 2, 29, 1, 2)"),
        (timedelta(days=-1), "timedelta(-1, 0, 0)"),
        (Decimal("1.50"), "Decimal('1.50')"),
        ({"a": [None, True]}, "{'a': [None, True]}"),
        ("\x1b[31m\u202e", "'\\x1b[31m\\u202e'"),
        (ProbeSequence(10**7, ((0, 1, 2, 3),)), "ProbeSequence(10000000, ((0, 1, 2, 3),))"),
        (Array("<i8", (1,), b"\x01" + bytes(7)), "Array('<i8', (1,), b'\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00')"),
        (Frame((None, "range", (0, 1, 1)), (("a", "int64", [1]),)), 'pd.DataFrame({"a": [1]})'),
    ],
)
def test_values_are_shown_as_python_writes_them(value: Any, text: str) -> None:
    assert format_value(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (10**50 + 7, "100000000000…000000000007 (51 digits)"),
        (-(10**5000) - 7, "-100000000000…000000000007 (5,001 digits)"),
        (10**5000 - 1, "999999999999…999999999999 (5,000 digits)"),
        (1 << 3_000_000, "0x1000000000…0000000000 (about 903,090 digits)"),
        ("x" * 100, "'" + "x" * 49 + "…"),
        (list(range(100)), "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,…"),
    ],
    ids=["51 digits", "negative", "nines", "hexadecimal", "text", "list"],
)
def test_long_values_are_cut(value: Any, text: str) -> None:
    assert format_value(value, 50) == text


def test_showing_a_hostile_value_costs_little() -> None:
    deep: Any = []
    for _ in range(190):
        deep = [deep]
    hostile = ["x" * 10**7, 1 << (8 * 10**7), [[]] * 10**6, deep, b"\xff" * 10**7, {i: i for i in range(10**5)}]
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    tracemalloc.reset_peak()
    for value in [*hostile, hostile]:
        format_value(value, 100)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak - before < 40 * 10**6  # a few copies of the largest int's bytes, never its digits


def test_long_inputs_say_how_much_is_left_out() -> None:
    script = [("RunningMedian", ()), *[("add", (float(i),)) for i in range(1000)]]
    text = format_input(MEDIAN, script, 100)
    assert text.startswith("RunningMedian()\nadd(0.0)\n")
    assert text.endswith("more operations)")
    assert format_input(STDIO, "a" * 50, 10) == "a" * 10 + "… (50 characters)"
    stream = Stream(b"id\n", b"1\n" * 1000, 10**6)
    assert format_input(STDIO, stream, 8) == "id\n1\n1\n1… (2,000,000,003 bytes)"


def test_many_calls_are_written_one_a_line_and_read_back() -> None:
    interface = function(coin="Callable[[], int]", n="int").model_copy(update={"many_calls": True})
    calls = [(Tape(b"\1\0\1"), 2), (Tape(b""), 0)]
    text = format_input(interface, calls)
    assert text == "solve(iter([1, 0, 1]).__next__, 2)\nsolve(iter([]).__next__, 0)"
    assert parse_input(interface, text) == calls
    assert parse_input(interface, "solve([1, 0, 1], 2)\nsolve([], 0)") == calls
    assert format_input(interface, calls * 30, 60).endswith("more calls)")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", r"^no calls; write one a line: solve\(coin\)$"),
        ("solve([])\nx = 1", r"^line 2: write one call a line: solve\(coin\)$"),
        ("solved([])", "^line 1: solved is not the function that is asked for"),
        ("solve([], 1)", r"^line 1: write solve\(coin\), arguments by position$"),
        ("solve(iter([256]).__next__)", "^line 1: .*byte"),
    ],
)
def test_a_fault_of_many_calls_has_its_line(text: str, message: str) -> None:
    interface = function(coin="Callable[[], int]").model_copy(update={"many_calls": True})
    with pytest.raises(InputError, match=message):
        parse_input(interface, text)


def test_the_answers_of_many_calls_stand_one_a_line() -> None:
    interface = function(n="int").model_copy(update={"many_calls": True})
    assert format_answer(interface, [[1, 0], [], None]) == "[1, 0]\n[]\nNone"
    assert format_answer(interface, [list(range(20))] * 9, 100).endswith("\n… (8 more answers)")
    frames = [Frame((None, "range", (0, 1, 1)), (("a", "int64", [7]),))] * 2
    assert format_answer(interface, frames).count("\n\n") == 1
