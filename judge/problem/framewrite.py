"""Data frames for people: an aligned table, and the constructor that makes them again. Pure, and cut at a limit.

    # sales: 2 rows
    #    user    amount
    #   int64   float64
    # 0     1      2.50
    # 1     2       NaN
    sales = pd.DataFrame({
        "user": [1, 2],
        "amount": [2.5, nan],
    })

The table goes before the constructor as a comment, so that the whole can be pasted, and read by frameread.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from judge.problem.columnmade import inferred
from judge.problem.columns import Kind, Settled, index_columns, moment_text, precision, said, settled, span_text
from judge.problem.framerows import frame_rows
from judge.problem.shown import CUT, format_value
from sandbox.guest.carried import MULTI, RANGE, Array, Column, Frame

MOST_COLUMNS = 40
MOST_ROWS = 50  # of a table
WIDEST = 30  # characters of a field
NONE_OF = {"f": "NaN", "M": "NaT", "m": "NaT"}  # how a missing value of an array looks, by the code of its dtype
ONE_LINE = 88  # a constructor up to this long is not broken into lines


def frame_table(frame: Frame, limit: int) -> str:
    """About `limit` characters: a head of names and dtypes, then rows, each under its label. What is left out is
    counted."""
    shown = frame_rows(frame, range(min(frame.rows, MOST_ROWS)))
    labels = [_fields(level, index=True) for level in index_columns(shown)]
    columns = [_fields(column) for column in shown.columns[:MOST_COLUMNS]]
    more = len(frame.columns) - len(columns)
    lines = [list(line) for line in zip(*labels, *columns, strict=True)]
    kept = len(lines)
    widths = [max(map(len, texts)) for texts in zip(*lines, strict=True)]
    if lines:
        kept = min(kept, max(limit // (sum(widths) + 2 * len(widths)), 3))
    right = [False] * len(labels) + [_is_number(column) for column in shown.columns[:MOST_COLUMNS]]
    texts = [
        "  ".join(
            text.rjust(width) if numeric else text.ljust(width)
            for text, width, numeric in zip(line, widths, right, strict=True)
        ).rstrip()
        for line in lines[:kept]
    ]
    left_out = frame.rows - (kept - 2)
    if left_out:
        texts.append(f"{CUT} ({left_out:,} more row{'' if left_out == 1 else 's'})")
    if more > 0:
        texts.append(f"{CUT} ({more:,} more column{'' if more == 1 else 's'})")
    return "\n".join(texts)


def frame_code(frame: Frame, limit: int, longest: int = 0) -> str:
    """The constructor, cut with "…" at about `limit` characters; whole, frameread.py makes the same frame of it. One
    that is longer than `longest` has a line for each column."""
    if frame.rows > limit:  # too many however short they are
        frame = frame_rows(frame, range(limit + 1))
    pieces: list[str] = []
    used = 0
    cut = ""
    for piece in _frame_pieces(frame, limit):
        pieces.append(piece[: limit - used])
        used += len(piece)
        if used > limit:
            cut = CUT
            break
    text = "".join(pieces)
    short = text.replace("({\n    ", "({").replace(",\n    ", ", ").replace(",\n}", "}")
    return (short if len(short) <= longest else text) + cut


def frame_input(name: str, frame: Frame, limit: int) -> str:
    """A parameter: the table as a comment, then ``name = `` and the constructor."""
    what = f"{frame.rows:,} row{'' if frame.rows == 1 else 's'}" + (", a series" if frame.series else "")
    code = f"{name} = {frame_code(frame, limit, ONE_LINE)}"
    return f"# {name}: {what}\n{commented(frame_table(frame, limit))}\n{code}"


def numbered(frame: Frame) -> Frame:
    """Without the labels of its index."""
    return Frame((None, RANGE, (0, frame.rows, 1)), frame.columns, frame.series)


def commented(text: str) -> str:
    return "\n".join(f"# {line}".rstrip() for line in text.splitlines())


# ---------------------------------------------------------------- the table


def _fields(column: Column, index: bool = False) -> list[str]:
    """Name, dtype, and the values of a column, each as short as can be."""
    made = settled(column)
    name = "" if column[0] is None else _label(column[0])
    missing = NONE_OF.get(column[2].dtype[1]) if isinstance(column[2], Array) else None
    return [name, "" if index else _short(column[1]), *_values(made, missing)]


def _values(column: Settled, missing: str | None) -> list[str]:
    digits = precision(column.values) if column.kind in (Kind.MOMENT, Kind.ZONED) else None

    def field(value: Any) -> str:
        if value is None and missing is not None:
            return missing
        if value is not None and digits is not None:
            return moment_text(value, digits)
        return _short(value if type(value) is str else said(column.kind, value, WIDEST))

    return [field(value) for value in column.values]


def _label(name: Any) -> str:
    return _short(name) if type(name) is str else _short(format_value(name, WIDEST))


def _short(text: str) -> str:
    text = text if text.isprintable() else repr(text[:WIDEST])[1:-1]
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + CUT


def _is_number(column: Column) -> bool:
    return settled(column).kind in (Kind.INT, Kind.FLOAT)


# ---------------------------------------------------------------- the constructor


def _frame_pieces(frame: Frame, limit: int) -> Iterator[str]:
    if frame.series:
        name, dtype, _ = column = frame.columns[0]
        yield "pd.Series("
        yield from _values_pieces(column, limit)
        if not _is_plain(column):
            yield f", dtype={_quoted(dtype)}"
        yield from _index_pieces(frame, limit)
        yield f", name={_key(name, limit)})" if name is not None else ")"
        return
    # A series would be laid along the index by its own.
    maker = "pd.Series" if _counts(frame) else "pd.array"
    yield "pd.DataFrame({"
    keys = [_key(column[0], limit) for column in frame.columns]
    for number, column in enumerate(frame.columns):
        yield f"\n    {number if _repeated(keys) else keys[number]}: "
        if _is_plain(column):
            yield from _values_pieces(column, limit)
        else:
            yield f"{maker}("
            yield from _values_pieces(column, limit)
            yield f", dtype={_quoted(column[1])})"
        yield ","
    yield "\n}" if keys else "}"
    yield from _index_pieces(frame, limit)
    yield ")"
    if _repeated(keys):  # which a dict cannot have
        yield f".set_axis([{', '.join(keys)}], axis=1)"


def _repeated(keys: list[str]) -> bool:
    return len(set(keys)) < len(keys)


def _counts(frame: Frame) -> bool:
    """Whether the index only counts the rows."""
    return bool(frame.columns) and frame.index == (None, RANGE, (0, frame.rows, 1))


def _index_pieces(frame: Frame, limit: int) -> Iterator[str]:
    if _counts(frame):
        return
    name, dtype, values = frame.index
    named = f", name={_key(name, limit)})" if name is not None else ")"
    if dtype == RANGE:
        yield f", index=pd.RangeIndex({', '.join(map(str, values))}{named}"
    elif dtype == MULTI:
        yield ", index=pd.MultiIndex.from_arrays(["
        for at, level in enumerate(values):
            yield ", " if at else ""
            yield from _level_pieces(level, limit)
        yield f"], names=[{', '.join(_key(level[0], limit) for level in values)}])"
    elif name is None:
        yield ", index="
        yield from _level_pieces(frame.index, limit)
    else:
        yield ", index=pd.Index("
        yield from _values_pieces(frame.index, limit)
        yield named if _is_plain(frame.index) else f", dtype={_quoted(dtype)}{named}"


def _level_pieces(column: Column, limit: int) -> Iterator[str]:
    if _is_plain(column):
        yield from _values_pieces(column, limit)
    else:
        yield "pd.Index("
        yield from _values_pieces(column, limit)
        yield f", dtype={_quoted(column[1])})"


def _is_plain(column: Column) -> bool:
    """Whether the values alone make the dtype."""
    _, dtype, _ = column
    return dtype == "datetime64[ns]" or inferred(_listed(column)) == dtype


def _values_pieces(column: Column, limit: int) -> Iterator[str]:
    plain = column[1] == "datetime64[ns]"
    yield "pd.to_datetime([" if plain else "["
    for at, value in enumerate(_listed(column)):
        yield ", " if at else ""
        yield _quoted(value) if type(value) is str and len(value) <= limit else format_value(value, limit)
    yield "])" if plain else "]"


def _listed(column: Column) -> list[Any]:
    """The values as they are written: None for what is missing, times as text."""
    values = column[2]
    if not isinstance(values, Array):
        return list(values)
    made = settled(column)
    if values.dtype[1] == "M":
        digits = precision(made.values)
        zone = "+00:00" if ", " in column[1] else ""
        return [None if value is None else moment_text(value, digits) + zone for value in made.values]
    if values.dtype[1] == "m":
        return [None if value is None else span_text(value) for value in made.values]
    return made.values


def _key(name: Any, limit: int) -> str:
    return _quoted(name) if type(name) is str and len(name) <= limit else format_value(name, limit)


def _quoted(text: str) -> str:
    """In double quotes, as frames are mostly written."""
    plain = repr(text)
    return f'"{plain[1:-1]}"' if plain[0] == "'" and '"' not in text and "'" not in text else plain
