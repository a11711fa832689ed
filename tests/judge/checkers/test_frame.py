"""The frame checker, on the wire's frames: no pandas here."""

from __future__ import annotations

import math
import random
import struct
import time
from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter

from judge.checkers import find_difference
from judge.problem.checkerspec import Checker
from judge.problem.columnmade import made
from judge.problem.setter import SetterFault
from sandbox.guest.carried import Array, Column, Frame

CHECKER: TypeAdapter[Any] = TypeAdapter(Checker)
IN_ORDER = {"kind": "frame", "ordered": True}
ANY_ORDER = {"kind": "frame"}
LABELS = {**IN_ORDER, "index": "compare"}
nan = math.nan


def column(name: Any, values: list[Any], dtype: str | None = None) -> Column:
    return (name, *made(values, dtype))


def frame(index: Column | None = None, dtypes: dict[str, str] | None = None, **columns: list[Any]) -> Frame:
    held = tuple(column(name, values, (dtypes or {}).get(name)) for name, values in columns.items())
    rows = len(next(iter(columns.values()))) if columns else 0
    return Frame(index or (None, "range", (0, rows, 1)), held)


def series(values: list[Any], name: Any = None, dtype: str | None = None) -> Frame:
    return Frame((None, "range", (0, len(values), 1)), (column(name, values, dtype),), series=True)


def said(spec: dict[str, Any], expected: Any, answer: Any) -> str | None:
    found = find_difference(CHECKER.validate_python(spec), expected, answer)
    return None if found is None else found.line()


TABLE = frame(user=[1, 2, 3], rate=[0.5, 1.08, nan], town=["x", None, "z"])


@pytest.mark.parametrize(
    ("spec", "expected", "answer"),
    [
        (IN_ORDER, TABLE, frame(user=[1, 2, 3], rate=[0.5, 1.08 + 1e-13, nan], town=["x", None, "z"])),
        (ANY_ORDER, TABLE, frame(user=[3, 1, 2], rate=[nan, 0.5, 1.08], town=["z", "x", None])),
        (IN_ORDER, TABLE, frame(dtypes={"user": "Int64", "rate": "Float64", "town": "string"},
                                user=[1, 2, 3], rate=[0.5, 1.08, nan], town=["x", None, "z"])),
        (IN_ORDER, frame(a=["x", "y"]), frame(dtypes={"a": "category"}, a=["x", "y"])),
        (IN_ORDER, TABLE, Frame(column("k", ["p", "q", "r"]), TABLE.columns)),
        (LABELS, frame(a=[1, 2]), Frame(column("k", [0, 1]), frame(a=[1, 2]).columns)),
        ({**IN_ORDER, "any_column_order": True}, frame(a=[1], b=["x"]), frame(b=["x"], a=[1])),
        (IN_ORDER, frame(), frame()),
        (IN_ORDER, frame(dtypes={"a": "int64", "b": "float64"}, a=[], b=[]), frame(a=[], b=[])),
        (IN_ORDER, frame(dtypes={"a": "float64"}, a=[nan]), frame(a=[None])),
        (IN_ORDER, frame(dtypes={"t": "datetime64[ns]"}, t=["2026-01-01", None]),
         frame(dtypes={"t": "datetime64[us]"}, t=["2026-01-01", None])),
        (IN_ORDER, frame(dtypes={"t": "datetime64[ns, UTC]"}, t=["2026-01-01 12:00"]),
         frame(dtypes={"t": "datetime64[ns, Asia/Tokyo]"}, t=["2026-01-01 21:00+09:00"])),
        (IN_ORDER, frame(t=[date(2026, 1, 1)]), frame(t=[date(2026, 1, 1)])),
        (IN_ORDER, series([1.0, 2.0], "x"), series([1.0, 2.0], "y")),
        (ANY_ORDER, frame(a=[1.0, 1.0 + 5e-10], b=[2.0, 3.0]), frame(a=[1.0 + 5e-10, 1.0], b=[2.0, 3.0])),
        (ANY_ORDER, frame(x=[[1], [2]]), frame(x=[[2], [1]])),
    ],
)  # fmt: skip
def test_right_answers(spec: dict[str, Any], expected: Frame, answer: Frame) -> None:
    assert said(spec, expected, answer) is None


@pytest.mark.parametrize(
    ("spec", "expected", "answer", "words"),
    [
        (IN_ORDER, TABLE, frame(user=[1, 2, 3], rate=[0.5, 1.07, nan], town=["x", None, "z"]),
         "row 2 (iloc[1]), column rate: 1.07, expected 1.08"),
        (IN_ORDER, TABLE, frame(user=[1, 2, 3], rate=[0.5, 1.08, 0.0], town=["x", None, "z"]),
         "row 3 (iloc[2]), column rate: 0.0, expected NaN"),
        (IN_ORDER, TABLE, frame(user=[1, 2, 3], rate=[0.5, nan, nan], town=["x", "", "z"]),
         "row 2 (iloc[1]), column rate: NaN, expected 1.08"),
        (IN_ORDER, TABLE, frame(user=[1, 2], rate=[0.5, 1.08], town=["x", None]), "2 rows, expected 3"),
        (IN_ORDER, TABLE, frame(user=[1, 3], rate=[0.5, nan], town=["x", "z"]),
         "2 rows, expected 3; the first that differs is row 2 (iloc[1]), column user: 3, expected 2"),
        (IN_ORDER, TABLE, frame(user=[1, 2, 3], rate=[0.5, 1.08, nan]),
         "the columns are user, rate; expected user, rate, town: town is missing"),
        (IN_ORDER, TABLE, frame(user=[1, 2, 3], rate=[0.5, 1.08, nan], town=["x", None, "z"], tmp=[1, 2, 3]),
         "the columns are user, rate, town, tmp; expected user, rate, town: tmp is not expected"),
        (IN_ORDER, frame(a=[1], b=[2]), frame(b=[2], a=[1]), "the columns are in another order: b, a; expected a, b"),
        (IN_ORDER, frame(a=[1]), frame(a=[1.0]), "column a holds floats (float64), expected whole numbers (int64)"),
        (IN_ORDER, frame(a=[1.5]), frame(a=[1]), "column a holds whole numbers (int64), expected floats (float64)"),
        (IN_ORDER, frame(a=[True]), frame(a=[1]), "column a holds whole numbers (int64), expected booleans (bool)"),
        (IN_ORDER, frame(a=["1"]), frame(a=[1]), "column a holds whole numbers (int64), expected text (object)"),
        (IN_ORDER, frame(dtypes={"t": "datetime64[ns]"}, t=["2026-01-01"]), frame(t=["2026-01-01"]),
         "column t holds text (object), expected datetimes (datetime64[ns])"),
        (IN_ORDER, frame(dtypes={"t": "datetime64[ns]"}, t=["2026-01-01"]),
         frame(dtypes={"t": "datetime64[ns]"}, t=["2026-01-01 00:00:00.000000001"]),
         "row 1 (iloc[0]), column t: 2026-01-01 00:00:00.000000001, expected 2026-01-01"),
        (IN_ORDER, frame(dtypes={"t": "datetime64[ns]"}, t=["2026-01-01"]),
         frame(dtypes={"t": "datetime64[ns, UTC]"}, t=["2026-01-01"]),
         "column t holds datetimes with a time zone (datetime64[ns, UTC]), expected datetimes (datetime64[ns])"),
        ({**IN_ORDER, "dtypes": "exact"}, frame(a=[1]), frame(dtypes={"a": "Int64"}, a=[1]),
         "column a has the dtype Int64, expected int64"),
        (ANY_ORDER, TABLE, frame(user=[3, 1, 2], rate=[nan, 0.5, 1.07], town=["z", "x", None]),
         "the row with user 2, town None, column rate: 1.07, expected 1.08"),
        (ANY_ORDER, frame(a=[1, 1, 2]), frame(a=[1, 2, 2]), "the row a 1 is missing"),
        (ANY_ORDER, frame(a=[1, 2]), frame(a=[1, 2, 2]),
         "3 rows, expected 2: the row a 2 is not expected, or too often"),
        (LABELS, frame(a=[1, 2]), Frame(column(None, [0, 2]), frame(a=[1, 2]).columns),
         "row 2 (iloc[1]), index: 2, expected 1"),
        (LABELS, frame(a=[1]), Frame((None, "multi", (column("p", ["x"]), column("q", [1]))), frame(a=[1]).columns),
         "an index of 2 levels, expected 1 level"),
        (IN_ORDER, series([1.0]), frame(a=[1.0]), "a data frame, expected a series"),
        (IN_ORDER, series([1.0, 2.0]), series([1.0, 3.0]), "row 2 (iloc[1]), values: 3.0, expected 2.0"),
        (IN_ORDER, frame(a=[1]), [1], "a list, expected a data frame"),
        (IN_ORDER, frame(a=[1]), None, "None, expected a data frame"),
        (IN_ORDER, frame(**{"a b": [1]}), frame(a=[1]),
         "the columns are a; expected 'a b': 'a b' is missing, a is not expected"),
    ],
)  # fmt: skip
def test_wrong_answers_are_explained(spec: dict[str, Any], expected: Frame, answer: Any, words: str) -> None:
    assert said(spec, expected, answer) == words


def test_a_reference_that_returns_no_frame_is_the_setters_fault() -> None:
    with pytest.raises(SetterFault, match="returned a list"):
        said(IN_ORDER, [1], frame(a=[1]))


def test_a_tuple_may_have_frames_for_parts() -> None:
    spec = {"kind": "tuple", "parts": [IN_ORDER, {"kind": "exact"}]}
    assert said(spec, (TABLE, 1), (TABLE, 1)) is None
    assert said(spec, (frame(a=[1]), 1), (frame(a=[2]), 1)) == "part 1: row 1 (iloc[0]), column a: 2, expected 1"


ROWS = 4_000


def big(values: list[int], noise: float = 0.0) -> Frame:
    packed = struct.pack(f"<{len(values)}q", *values)
    floats = struct.pack(f"<{len(values)}d", *(value + noise for value in values))
    return Frame(
        (None, "range", (0, len(values), 1)),
        (("a", "int64", Array("<i8", (len(values),), packed)), ("x", "float64", Array("<f8", (len(values),), floats))),
    )


HOSTILE = {
    "far too many rows": Frame((None, "range", (0, 2**62, 1)), ()),
    "other rows": big([-value for value in range(ROWS)]),
    "one row again and again": big([7] * ROWS),
    "hardly apart": big(list(range(ROWS))[::-1], noise=1e-9),
    "many columns": Frame((None, "range", (0, 0, 1)), tuple((f"c{n}", "x" * 1000, []) for n in range(ROWS))),
    "nested": Frame((None, "range", (0, 1, 1)), (("a", "int64", [[[["x" * 10**6]]]]), ("x", "\x1b[2J", [{}]))),
}


@pytest.mark.parametrize("spec", [IN_ORDER, ANY_ORDER, LABELS], ids=str)
@pytest.mark.parametrize("answer", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_frame_costs_no_more_than_an_honest_one(spec: dict[str, Any], answer: Frame) -> None:
    expected = big(random.Random(1).sample(range(ROWS), ROWS))
    honest = hostile = math.inf
    for _ in range(2):
        began = time.thread_time_ns()
        said(spec, expected, big(list(range(ROWS)), noise=1e-12))
        honest = min(honest, time.thread_time_ns() - began)
        began = time.thread_time_ns()
        line = said(spec, expected, answer)
        hostile = min(hostile, time.thread_time_ns() - began)
        assert line is None or (len(line) <= 400 and line.isprintable())
    assert hostile < 30 * honest + 10**8
