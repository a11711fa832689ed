"""Data frames and series as people write them, ``pd.DataFrame({"user": [1, 2]})``, made without pandas. Pure.

`CALLS` and `NAMES` are what judge.problem.literal may meet beside its own; the signatures here say which arguments.
Raises ValueError, in words for who wrote it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from judge.problem.columnmade import made
from sandbox.guest.carried import MULTI, RANGE, Array, Column, Frame


class Held(NamedTuple):
    """An index or an array by itself: a column without a place."""

    column: Column


class Levels(NamedTuple):
    levels: tuple[Column, ...]


class Span(NamedTuple):
    name: Any
    start: int
    stop: int
    step: int


def data_frame(data: Any = None, index: Any = None, columns: Any = None) -> Frame:
    """Of a dict of columns, a list of dicts, or a list of rows with the names of their columns."""
    if data is None:
        data = {}
    if type(data) is list:
        data = _by_name(data, columns)
        columns = None
    if type(data) is not dict:
        raise ValueError("write a dict of columns: pd.DataFrame({'user': [1, 2], 'amount': [2.5, 3.0]})")
    made_columns = tuple(_column(name, values) for name, values in data.items())
    if columns is not None:
        by_name = {column[0]: column for column in made_columns}
        if type(columns) is not list or any(name not in by_name for name in columns):
            raise ValueError("`columns` names a column that is not in the dict")
        made_columns = tuple(by_name[name] for name in columns)
    return _checked(Frame(_index(index, made_columns), made_columns))


def series(data: Any = None, index: Any = None, dtype: str | None = None, name: Any = None) -> Frame:
    column = _column(name, [] if data is None else data, dtype)
    return _checked(Frame(_index(index, (column,)), (column,), series=True))


def index(data: Any, dtype: str | None = None, name: Any = None) -> Held:
    return Held(_column(name, data, dtype))


def array(data: Any, dtype: str | None = None) -> Held:
    return Held(_column(None, data, dtype))


def categorical(values: Any) -> Held:
    return Held(_column(None, values, "category"))


def range_index(start: int, stop: int | None = None, step: int = 1, name: Any = None) -> Span:
    start, stop = (0, start) if stop is None else (start, stop)
    if {type(start), type(stop), type(step)} != {int} or step == 0 or max(abs(start), abs(stop), abs(step)) >= 2**62:
        raise ValueError("a range has a start, a stop, and a step that is not 0")
    return Span(name, start, stop, step)


def from_arrays(arrays: Any, names: Any = None) -> Levels:
    if type(arrays) is not list or not arrays:
        raise ValueError("write a list of levels: pd.MultiIndex.from_arrays([['a', 'a'], [1, 2]])")
    names = names or [None] * len(arrays)
    if type(names) is not list or len(names) != len(arrays):
        raise ValueError("each level has one name")
    return Levels(tuple(_column(name, level) for name, level in zip(names, arrays, strict=True)))


def from_tuples(tuples: Any, names: Any = None) -> Levels:
    if (
        type(tuples) is not list
        or not tuples
        or len({len(each) if type(each) is tuple else -1 for each in tuples}) != 1
    ):
        raise ValueError("write a list of tuples of one length")
    return from_arrays([list(level) for level in zip(*tuples, strict=True)], names)


def to_datetime(data: Any, utc: bool = False) -> Any:
    if type(data) is str:
        return timestamp(data)
    return Held(_column(None, data, "datetime64[ns, UTC]" if utc is True else "datetime64[ns]"))


def to_timedelta(data: Any) -> Held:
    return Held(_column(None, data, "timedelta64[ns]"))


def timestamp(text: str) -> datetime:
    return datetime.fromisoformat(text)


CALLS: dict[str, Callable[..., Any]] = {
    "pd.DataFrame": data_frame,
    "pd.Series": series,
    "pd.Index": index,
    "pd.array": array,
    "np.array": array,
    "pd.Categorical": categorical,
    "pd.RangeIndex": range_index,
    "pd.MultiIndex.from_arrays": from_arrays,
    "pd.MultiIndex.from_tuples": from_tuples,
    "pd.to_datetime": to_datetime,
    "pd.to_timedelta": to_timedelta,
    "pd.DatetimeIndex": to_datetime,
    "pd.Timestamp": timestamp,
}
NAMES = {"pd.NaT": None, "pd.NA": None, "np.nan": float("nan"), "np.inf": float("inf")}


def _column(name: Any, values: Any, dtype: str | None = None) -> Column:
    if dtype is not None and type(dtype) is not str:
        raise ValueError("write a dtype as text: 'int64'")
    if isinstance(values, Span):
        values = list(range(*values[1:])) if len(range(*values[1:])) <= 1_000_000 else None
    elif isinstance(values, Held):
        values = _again(values.column, dtype)
    elif isinstance(values, Frame) and values.series:
        if values.index[1:] != (RANGE, (0, values.rows, 1)):
            raise ValueError("a series with an index of its own inside a frame: leave it out, and write `index=` once")
        values = _again(values.columns[0], dtype)
    if type(values) is tuple and len(values) == 2 and type(values[0]) is str:
        return name, *values
    if type(values) is not list:
        raise ValueError(f"{'the values' if name is None else f'column {name!r}'}: write a list")
    return name, *made(values, dtype)


def _again(column: Column, dtype: str | None) -> Any:
    """Values that have a dtype already: they keep it."""
    _, kept, values = column
    if dtype not in (None, kept):
        if isinstance(values, list):
            return values
        raise ValueError(f"values of the dtype {kept} cannot be made {dtype} here")
    return kept, values


def _by_name(rows: list[Any], columns: Any) -> dict[Any, list[Any]]:
    if all(type(row) is dict for row in rows) and columns is None:
        names = list(dict.fromkeys(name for row in rows for name in row))
        return {name: [row.get(name) for row in rows] for name in names}
    if type(columns) is not list or any(type(row) not in (list, tuple) or len(row) != len(columns) for row in rows):
        raise ValueError("a list of rows needs `columns=[...]`, as many as a row has values")
    if len(set(columns)) < len(columns):
        raise ValueError("two columns have one name")
    return {name: [row[at] for row in rows] for at, name in enumerate(columns)}


def _index(given: Any, columns: tuple[Column, ...]) -> Column:
    if given is None:
        values = columns[0][2] if columns else []
        rows = values.shape[0] if isinstance(values, Array) else len(values)
        return None, RANGE, (0, rows, 1)
    if isinstance(given, Span):
        return given.name, RANGE, (given.start, given.stop, given.step)
    if isinstance(given, Levels):
        return None, MULTI, given.levels
    return given.column if isinstance(given, Held) else _column(None, given)


def _checked(frame: Frame) -> Frame:
    levels = frame.index[2] if frame.index[1] == MULTI else ()
    counts = {Frame(column, ()).rows for column in (*frame.columns, *levels)} | {frame.rows}
    if len(counts) > 1:
        raise ValueError(f"columns and index have one length; these have {', '.join(map(str, sorted(counts)))}")
    return frame
