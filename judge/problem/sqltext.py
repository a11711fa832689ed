"""Tables as SQL that both shells take, sqlite3's and duckdb's: what an input is, to paste before a query. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from judge.problem.interface import Column, SqlInterface
from judge.problem.literal import InputError
from judge.problem.tableread import parse_tables

# DuckDB's INTEGER has 32 bits; in SQLite the word changes nothing.
WORDS = {"INTEGER": "BIGINT"}
ENGINES = {"sqlite": "SQLite", "duckdb": "DuckDB"}


def schema(interface: SqlInterface, ordered: bool) -> str:
    """What a query finds, and what it must give."""
    tables = [f"CREATE TABLE {table.name} ({_columns(table.columns)});" for table in interface.tables]
    rows = "in the order that is asked for" if ordered else "in any order"
    engines = " or ".join(ENGINES[dialect] for dialect in interface.dialects)
    result = f"-- result ({_columns(interface.result)}), rows {rows}"
    return "\n".join([*tables, result, f"-- one query, for {engines}"])


def as_sql(interface: SqlInterface, input_text: str, expected: str) -> str:
    """`input_text` as tabletext.py writes it, and what is expected of it as remarks. Empty where it was cut."""
    try:
        value = parse_tables(interface, input_text)
    except InputError:
        return ""
    pieces = []
    for table, rows in zip(interface.tables, value, strict=True):
        columns = ", ".join(f"{one.name} {WORDS.get(one.type, one.type)}" for one in table.columns)
        pieces.append(f"CREATE TABLE {table.name} ({columns});\n{''.join(_inserted(table.name, rows))}")
    told = "".join(f"--   {line}\n" for line in expected.rstrip().splitlines())
    return "".join(pieces) + f"-- expected:\n{told}"


def _columns(columns: Sequence[Column]) -> str:
    return ", ".join(f"{one.name} {one.type}" for one in columns)


def _inserted(name: str, rows: Sequence[Sequence[Any]]) -> Iterator[str]:
    if rows:
        values = ",\n".join(f"  ({', '.join(map(_literal, row))})" for row in rows)
        yield f"INSERT INTO {name} VALUES\n{values};\n"


def _literal(value: Any) -> str:
    match value:
        case None:
            return "NULL"
        case bool():
            return str(value).upper()
        case datetime():
            return f"'{value.isoformat(' ')}'"
        case date():
            return f"'{value.isoformat()}'"
        case float() if not math.isfinite(value):
            return f"'{value}'"
        case int() | float():
            return repr(value)
    return "'" + str(value).replace("'", "''") + "'"
