"""Reading what tabletext.py writes, and what people write like it: tables, then values of the interface's types.

Types in a head may be given and change nothing. Raises InputError with the line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from judge.problem.interface import SqlInterface, Table
from judge.problem.literal import InputError
from judge.problem.tabletext import NULL
from sandbox.guest.carried import INT64_MAX, INT64_MIN

HEAD = re.compile(r"\s*([A-Za-z_]\w*)\s*\(([^()]*(?:\([\d\s,]*\)[^()]*)*)\)\s*")
BETWEEN = re.compile(r",(?![^(]*\))")  # not the comma of DECIMAL(10, 2)
LONGEST_HEAD = 4000
# It gives nothing back that it has taken, so no text costs more than its length.
FIELD = re.compile(r'[ \t]*+(?:"((?:[^"]|"")*+)"[ \t\r]*+|([^,"\n]*+))(,|\n|\Z)')
INT = re.compile(r"[+-]?\d{1,19}")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)?")
TRUTHS = {"true": True, "false": False, "1": True, "0": False}
WORDS = {
    "INTEGER": "a whole number of 64 bits",
    "DOUBLE": "a number",
    "DATE": "a day such as 2024-01-31",
    "TIMESTAMP": "a time such as 2024-01-31 10:00:00",
    "BOOLEAN": "true or false",
}


class Written(NamedTuple):
    """A table as it stands in a text: nothing of it has a type yet."""

    line: int
    name: str
    columns: list[str]
    rows: list[tuple[int, list[str | None]]]  # with their lines


def read_tables(text: str) -> Iterator[Written]:
    """Raises InputError with the line."""
    if text.count("\r\n") == text.count("\n"):  # an editor's or a form's lines; else \r\n is what a text holds
        text = text.replace("\r\n", "\n")
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end]
        if not line.strip():
            at = end + 1
            continue
        number = text.count("\n", 0, at) + 1
        head = HEAD.fullmatch(line) if len(line) <= LONGEST_HEAD else None
        if head is None:
            raise InputError(number, f"{line.strip()[:60]!r} is not the head of a table, such as events(user_id, day)")
        columns = [words[0] if (words := part.split()) else "" for part in BETWEEN.split(head[2])]
        rows, at = _rows(text, end + 1)
        yield Written(number, head[1], columns, rows)


def _rows(text: str, at: int) -> tuple[list[tuple[int, list[str | None]]], int]:
    """Up to an empty line; and where the text goes on."""
    rows: list[tuple[int, list[str | None]]] = []
    line = text.count("\n", 0, at) + 1
    while at < len(text):
        end = text.find("\n", at)
        if not text[at : len(text) if end < 0 else end].strip():
            return rows, (len(text) if end < 0 else end + 1)
        fields: list[str | None] = []
        start = line
        while True:
            found = FIELD.match(text, at)
            if found is None:
                raise InputError(line, "a double quote that is not closed, or stands within a field: write it twice")
            quoted, plain, ending = found.groups()
            bare = (plain or "").strip()
            if quoted is not None:
                fields.append(quoted.replace('""', '"'))
            else:
                fields.append(None if not bare or bare.upper() == NULL else bare)
            line += text.count("\n", at, found.end())
            at = found.end()
            if ending != ",":
                break
        rows.append((start, fields))
    return rows, at


def parse_tables(interface: SqlInterface, text: str) -> tuple[list[tuple[Any, ...]], ...]:
    """The input that a person wrote. Raises InputError with the line."""
    wanted = {table.name.lower(): table for table in interface.tables}
    found: dict[str, list[tuple[Any, ...]]] = {}
    for written in read_tables(text):
        name = written.name.lower()
        if name not in wanted:
            known = ", ".join(table.name for table in interface.tables)
            raise InputError(written.line, f"there is no table {written.name}, only: {known}")
        if name in found:
            raise InputError(written.line, f"the table {written.name} is given twice")
        found[name] = _typed(wanted[name], written)
    for name, table in wanted.items():
        if name not in found:
            head = f"{table.name}({', '.join(column.name for column in table.columns)})"
            raise InputError(None, f"no table {table.name}; write its head, {head}, also where it has no rows")
    return tuple(found[name] for name in wanted)


def _typed(table: Table, written: Written) -> list[tuple[Any, ...]]:
    names = [name.lower() for name in written.columns]
    if sorted(names) != sorted(column.name.lower() for column in table.columns):
        expected = ", ".join(column.name for column in table.columns)
        raise InputError(written.line, f"the columns of {table.name} are {expected}")
    places = [(column, names.index(column.name.lower())) for column in table.columns]
    rows = []
    for line, fields in written.rows:
        if len(fields) != len(names):
            hint = (
                "; tables are parted by an empty line" if HEAD.fullmatch(",".join(str(one) for one in fields)) else ""
            )
            raise InputError(line, f"{len(fields)} fields, and {table.name} has {len(names)} columns{hint}")
        rows.append(tuple(_value(column.type, fields[place], line, column.name) for column, place in places))
    return rows


def _value(type_name: str, text: str | None, line: int, column: str) -> Any:
    if text is None or type_name == "TEXT":
        return text
    try:
        return _READ[type_name](text)
    except (ValueError, KeyError):
        raise InputError(line, f"{column}: {text[:40]!r} is not {WORDS[type_name]}") from None


def _int(text: str) -> int:
    if not INT.fullmatch(text) or not INT64_MIN <= int(text) <= INT64_MAX:
        raise ValueError
    return int(text)


def _day(text: str) -> date:
    if not DAY.fullmatch(text):
        raise ValueError
    return date.fromisoformat(text)


def _moment(text: str) -> datetime:
    if not MOMENT.fullmatch(text):
        raise ValueError
    return datetime.fromisoformat(text)


_READ: dict[str, Callable[[str], Any]] = {
    "INTEGER": _int,
    "DOUBLE": float,
    "DATE": _day,
    "TIMESTAMP": _moment,
    "BOOLEAN": lambda text: TRUTHS[text.lower()],
}
