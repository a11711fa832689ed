"""Data frames as people read, write and paste them. Nothing is run, and pandas is not here."""

from __future__ import annotations

import ast
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judge.problem.columnmade import made
from judge.problem.framewrite import frame_code, frame_table
from judge.problem.interface import FunctionInterface, Parameter
from judge.problem.literal import InputError, evaluate
from judge.problem.pasteable import as_python
from judge.problem.text import format_answer, format_input, parse_input
from sandbox.guest.carried import Column, Frame
from tests.sandbox.wire_values import frames


def function(**types: str) -> FunctionInterface:
    parameters = [Parameter(name=name, type=kind) for name, kind in types.items()]
    return FunctionInterface(kind="function", name="f", parameters=parameters, returns="DataFrame")


SALES = function(sales="DataFrame")
DTYPES = {
    "int64": st.integers(-(2**63), 2**63 - 1),
    "uint8": st.integers(0, 255),
    "float64": st.floats(allow_nan=False) | st.none(),
    "bool": st.booleans(),
    "object": st.text() | st.none(),
    "string": st.text() | st.none(),
    "category": st.sampled_from(["a", "b"]) | st.none(),
    "Int64": st.integers(-(2**63), 2**63 - 1) | st.none(),
    "boolean": st.booleans() | st.none(),
    "datetime64[ns]": st.none() | st.datetimes(datetime(1700, 1, 1), datetime(2200, 1, 1)),
    "datetime64[us]": st.none() | st.datetimes(),
    "datetime64[ns, Europe/Berlin]": st.datetimes(datetime(1700, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)),
    "timedelta64[ns]": st.none() | st.timedeltas(-timedelta(days=9999), timedelta(days=9999)),
}  # fmt: skip


@st.composite
def written(draw: Any) -> Frame:
    """A frame such as a case may hold."""
    rows = draw(st.integers(0, 4))

    def column(name: Any) -> Column:
        dtype = draw(st.sampled_from(sorted(DTYPES)))
        return (name, *made(draw(st.lists(DTYPES[dtype], min_size=rows, max_size=rows)), dtype))

    series = draw(st.booleans())
    of = st.text(max_size=3) | st.integers(0, 9)
    names = draw(st.lists(of, unique=True, min_size=int(series), max_size=1 if series else 3))
    name = draw(st.none() | st.text(max_size=3))
    index: Column = draw(
        st.sampled_from(
            [(None, "range", (0, rows, 1)), (name, "range", (5, 5 + 2 * rows, 2)), column(name),
             (None, "multi", (column(name), column("b")))]
        )
    )  # fmt: skip
    return Frame(index, tuple(map(column, names)), series)


@given(written(), st.sampled_from([0, 10**6]))
@settings(max_examples=300, deadline=None)
def test_what_is_written_is_read_again(frame: Frame, longest: int) -> None:
    code = frame_code(frame, 10**6, longest)
    assert evaluate(ast.parse(code, mode="eval").body) == frame


@given(frames(), st.sampled_from([10, 100, 2000]))
@settings(max_examples=100, deadline=None)
def test_texts_stay_within_the_limit(frame: Frame, limit: int) -> None:
    assert len(frame_code(frame, limit)) <= limit + 1
    assert len(frame_table(frame, limit)) <= 12 * limit + 2000


SMALL = """\
# sales: 2 rows
#     user   amount  day             town
#    int64  float64  datetime64[ns]  object
# 0      1      2.5  2026-01-01      x
# 1      2      NaN  NaT             None
sales = pd.DataFrame({
    "user": [1, 2],
    "amount": [2.5, None],
    "day": pd.to_datetime(["2026-01-01", None]),
    "town": ["x", None],
})"""


def test_a_small_frame_is_a_table_and_a_constructor() -> None:
    value = parse_input(SALES, SMALL)
    assert format_input(SALES, value) == SMALL
    code = as_python(SALES, SMALL, format_answer(SALES, value[0]))
    assert code.startswith("import pandas as pd\n\n# sales: 2 rows\n")
    below = code.split("print(f(sales))\n")[1]
    assert below.splitlines()[:2] == ["# expected:", "#     user   amount  day             town"]
    ast.parse(code)


def test_missing_values_look_as_pandas_shows_them() -> None:
    columns = ("f", "float64"), ("t", "datetime64[ns]"), ("s", "timedelta64[ns]"), ("i", "Int64"), ("o", "object")
    frame = Frame((None, "range", (0, 1, 1)), tuple((name, *made([None], dtype)) for name, dtype in columns))
    assert frame_table(frame, 2000).splitlines()[-1].split() == ["0", "NaN", "NaT", "NaT", "None", "None"]


def test_a_long_frame_is_cut_and_says_so() -> None:
    frame = Frame((None, "range", (0, 10_000, 1)), (("a", *made(list(range(10_000)))),))
    text = format_input(SALES, (frame,), 400)
    assert len(text) < 1200
    assert "# sales: 10,000 rows" in text and text.endswith("…")
    assert "more rows)" in text
    wide = Frame((None, "range", (0, 1, 1)), tuple((f"c{n}", *made([n])) for n in range(100)))
    assert frame_table(wide, 2000).endswith("… (60 more columns)")


@pytest.mark.parametrize(
    "text",
    [
        'sales = pd.DataFrame({"a": [1, 2], "b": ["x", None]})',
        'sales = {"a": [1, 2], "b": ["x", None]}',
        'sales = [{"a": 1, "b": "x"}, {"a": 2}]',
        'sales = pd.DataFrame([[1, "x"], [2, None]], columns=["a", "b"])',
        'sales = pd.DataFrame({"b": ["x", np.nan], "a": pd.Series([1, 2], dtype="int64")}, columns=["a", "b"])',
        'sales = pd.DataFrame(data={"a": np.array([1, 2]), "b": pd.array(["x", None], dtype="object")}, index=[0, 1])',
    ],
)
def test_people_write_a_frame_in_many_ways(text: str) -> None:
    (frame,) = parse_input(SALES, text)
    assert frame.columns == (("a", *made([1, 2])), ("b", "object", ["x", None]))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("sales = 3", 'sales is a DataFrame: write sales = pd.DataFrame({"user": [1, 2]'),
        ("sales = pd.Series([1])", "sales is a DataFrame"),
        ('sales = pd.DataFrame({"a": [1], "b": [1, 2]})', "columns and index have one length; these have 1, 2"),
        ('sales = pd.DataFrame({"a": [1]}, index=[1, 2])', "columns and index have one length; these have 1, 2"),
        ('sales = pd.DataFrame({"a": [1]}, copy=True)', "unexpected keyword argument 'copy'"),
        ('sales = pd.read_csv("/etc/passwd")', "is not a literal value"),
        ('sales = pd.DataFrame({"a": __import__("os")})', "is not a literal value"),
        ('sales = pd.DataFrame({"a": 3})', "column 'a': write a list"),
        (
            'sales = pd.DataFrame({"a": pd.Series([1.5], dtype="int64")})',
            "value 1, 1.5, is nothing for the dtype int64",
        ),
        ('sales = pd.DataFrame({"a": pd.Series([300], dtype="int8")})', "too large for the dtype int8"),
        ('sales = pd.DataFrame({"a": pd.Series([1], dtype="period[M]")})', "the dtype 'period[M]' cannot be used here"),
        ('sales = pd.DataFrame({"a": pd.to_datetime(["soon"])})', "'soon' is no date or time such as"),
        ('sales = pd.DataFrame({"a": pd.to_datetime(["2026-02-30"])})', "day is out of range"),
        ('sales = pd.DataFrame({"a": pd.to_datetime(["1066-01-01"])})', "beyond what 64 bits of ns can hold"),
        ('sales = pd.DataFrame({"a": pd.to_datetime(["2026-01-01+01:00"])})', "needs a dtype with a zone"),
        ('sales = pd.DataFrame({"a": [1]}, index=pd.RangeIndex(0, 10**18))', "is not a literal value"),
        ('sales = pd.DataFrame({"a": [1]}, index=pd.RangeIndex(9000000000000000000))', "a start, a stop, and a step"),
        ('sales = pd.DataFrame({"a": pd.RangeIndex(4000000000)})', "column 'a': write a list"),
    ],
)
def test_what_is_no_frame_is_refused_in_words(text: str, why: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_input(SALES, text)
    assert why in caught.value.reason


def test_a_series_is_asked_for_by_its_name() -> None:
    wanted = function(xs="Series")
    (xs,) = parse_input(wanted, "xs = [1.5, None]")
    assert xs == Frame((None, "range", (0, 2, 1)), ((None, *made([1.5, None])),), series=True)
    assert format_input(wanted, (xs,)).splitlines()[0] == "# xs: 2 rows, a series"
    with pytest.raises(InputError, match=r"xs is a Series: write xs = pd\.Series"):
        parse_input(wanted, 'xs = pd.DataFrame({"a": [1]})')
