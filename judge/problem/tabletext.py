"""Tables as people read and write them: a head line that names table and columns, and rows as CSV.

    events(user_id,          event_time, event_type)
                 1, 2024-01-31 10:00:00,      click
                12, 2024-02-01 08:30:00,       NULL

Space around a field is nothing, so that columns may stand below their names. NULL, or nothing at all, is NULL; a text
that is empty, is NULL's name, or holds a comma, a quote or an outer space stands in double quotes, each of its own
quotes twice. Tables are parted by an empty line. This file writes them, tableread.py reads them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from judge.problem.interface import SqlInterface
from judge.problem.shown import CUT, format_value

NULL = "NULL"
WIDEST = 28  # a longer field stands out of its column
MOST_COLUMNS = 50
PLAIN = re.compile(r'[^\s",](?:[^",\n\r]*[^\s",])?')


def field(value: Any, limit: int = 200) -> str:
    """A value as a field. A text that is longer than `limit` is cut with "…"."""
    match value:
        case None:
            return NULL
        case str():
            whole = value if len(value) <= limit else value[:limit] + CUT
            return whole if PLAIN.fullmatch(whole) and whole.upper() != NULL else '"' + whole.replace('"', '""') + '"'
        case bool():
            return str(value).lower()
        case datetime() if value.tzinfo is None:
            return value.isoformat(" ")
        case date():
            return value.isoformat()
        case Decimal():
            return str(value)
    text = format_value(value, limit)
    return text if PLAIN.fullmatch(text) else '"' + text.replace('"', '""') + '"'


def write_table(name: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], limit: int, longest: int) -> str:
    """About `limit` characters of a table; what is left out is counted. `longest`: of a text."""
    names = [field(column, longest) for column in columns[:MOST_COLUMNS]]
    more = [CUT] if len(columns) > MOST_COLUMNS else []
    lines = [names + more]
    used = sum(map(len, names))
    for row in rows:
        lines.append([field(value, longest) for value in row[:MOST_COLUMNS]] + more)
        used += sum(map(len, lines[-1])) + 2 * len(lines[-1])
        if used > limit and len(lines) > 2:
            lines.pop()
            break
    widths = [
        max((len(text) for text in texts if len(text) <= WIDEST), default=0) for texts in zip(*lines, strict=True)
    ]
    padded = [", ".join(text.rjust(width) for text, width in zip(line, widths, strict=True)) for line in lines]
    indent = " " * (len(name) + 1)
    left_out = len(rows) + 1 - len(lines)
    tail = [f"{CUT} ({left_out:,} more row{'' if left_out == 1 else 's'})"] if left_out else []
    head = f"{name}({padded[0].lstrip()})" if len(rows) == 0 else f"{name}({padded[0]})"
    return "\n".join([head, *(indent + line for line in padded[1:]), *tail])


def write_tables(interface: SqlInterface, value: Sequence[Sequence[Any]], limit: int) -> str:
    """An input; what is not cut is read again by `parse_tables`."""
    share = max(limit // len(interface.tables), 100)
    texts = [
        write_table(table.name, [column.name for column in table.columns], rows, share, limit)
        for table, rows in zip(interface.tables, value, strict=False)
    ]
    return "\n\n".join(texts)


def write_result(value: Any, limit: int) -> str:
    """An answer, (names, rows), as a table; anything else as a value."""
    match value:
        case (list() as names, list() as rows) if all(type(name) is str for name in names) and all(
            type(row) is tuple and len(row) == len(names) for row in rows
        ):
            return write_table("result", names, rows, limit, min(limit, 200))
    return format_value(value, limit)
