"""Runs in the cell: reads tables from stdin, puts one query to them, writes the result as CSV. Standard library and
duckdb only; `query.sql` lies beside it.

Tables are parted by empty lines. The first line of each names it and its columns with their types, the others are its
rows as CSV; a field without anything in it is NULL:

    orders(id INTEGER, customer TEXT, amount DOUBLE, day DATE)
    1,Ada,10.5,2024-01-31
    2,"Lovelace, A.",,2024-02-01
"""

import csv
import io
import re
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

HEAD = re.compile(r"([A-Za-z_]\w*)\s*\((.*)\)\s*")
COLUMN = re.compile(r"\s*([A-Za-z_]\w*)\s+([A-Za-z_]\w*(?:\s*\(\s*\d+\s*(?:,\s*\d+\s*)?\))?)\s*")
BETWEEN = re.compile(r",(?![^(]*\))")  # not the comma of DECIMAL(10, 2)
READS = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}


class Table(NamedTuple):
    name: str
    columns: list[tuple[str, str]]  # name, type
    rows: list[list[str | None]]

    @property
    def head(self) -> str:
        return f'"{self.name}" (' + ", ".join(f'"{name}" {type}' for name, type in self.columns) + ")"


class Refused(Exception):
    """Tables or a query that cannot be taken; the message is for people."""


def read_tables(lines: Iterable[str]) -> Iterator[Table]:
    rest = iter(lines)
    for line in rest:
        if not line.strip():
            continue
        head = HEAD.fullmatch(line.strip())
        if head is None:
            raise Refused(f"the input is not a table: {line.strip()[:80]!r}; expected name(column TYPE, ...)")
        columns = [column(text) for text in BETWEEN.split(head[2])]
        rows = [[field or None for field in row] for row in csv.reader(until_empty(rest))]
        for row in rows:
            if len(row) != len(columns):
                raise Refused(f"a row of {head[1]} has {len(row)} fields, not {len(columns)}: {row!r:.80}")
        yield Table(head[1], columns, rows)


def column(text: str) -> tuple[str, str]:
    found = COLUMN.fullmatch(text)
    if found is None:
        raise Refused(f"not a column with its type: {text.strip()!r:.80}")
    return found[1], found[2]


def until_empty(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if not line.strip():
            return
        yield line


def write_csv(columns: list[str], rows: Iterable[Iterable[Any]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([shown(value) for value in row] for row in rows)
    sys.stdout.write(out.getvalue())


def shown(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    return value.hex() if isinstance(value, bytes) else value


def in_duckdb(tables: Iterable[Table], query: str) -> None:
    import duckdb

    settings: dict[str, Any] = {"threads": 1, "enable_external_access": False, "python_enable_replacements": False}
    connection = duckdb.connect(":memory:", config=settings)
    try:
        for table in tables:
            connection.execute(f"CREATE TABLE {table.head}")
            if table.rows:
                # One list a column: much quicker than row by row, and the engine casts.
                parts = ", ".join(f"unnest(?::VARCHAR[])::{type}" for _, type in table.columns)
                columns = [list(values) for values in zip(*table.rows, strict=True)]
                connection.execute(f'INSERT INTO "{table.name}" SELECT {parts}', columns)
        connection.execute("SET lock_configuration = true")
        statements = connection.extract_statements(query)
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise Refused("a submission is one query: SELECT, or WITH before it")
        result = connection.execute(statements[0])
        write_csv([name for name, *_ in result.description], result.fetchall())
    except duckdb.Error as error:
        raise Refused(str(error)) from None


class Steps:
    """How many steps SQLite's virtual machine takes, to the last GRAIN. Written to stderr, where no query can write, as
    it doubles, so that a run which is stopped has said nearly how far it came."""

    GRAIN = 100

    def __init__(self) -> None:
        self.taken = 0
        self.told = 1 << 16

    def more(self) -> int:
        self.taken += self.GRAIN
        if self.taken >= self.told:
            self.told *= 2
            self.tell()
        return 0

    def tell(self) -> None:
        print(f"steps {self.taken}", file=sys.stderr, flush=True)


def in_sqlite(tables: Iterable[Table], query: str) -> None:
    connection = sqlite3.connect(":memory:")
    try:
        for table in tables:
            connection.execute(f"CREATE TABLE {table.head}")
            places = ", ".join("?" * len(table.columns))
            connection.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', table.rows)
        connection.set_authorizer(lambda act, *_: sqlite3.SQLITE_OK if act in READS else sqlite3.SQLITE_DENY)
        steps = Steps()
        connection.set_progress_handler(steps.more, steps.GRAIN)
        result = connection.execute(query)
        if result.description is None:
            raise Refused("a submission is one query: SELECT, or WITH before it")
        write_csv([name for name, *_ in result.description], result)
        steps.tell()
    except (sqlite3.Error, sqlite3.Warning) as error:
        raise Refused("only reading is allowed" if str(error) == "not authorized" else str(error)) from None


def main(engine: str) -> None:
    query = (Path(__file__).parent / "query.sql").read_text(encoding="utf-8", errors="replace")
    run = {"duckdb": in_duckdb, "sqlite": in_sqlite}[engine]
    try:
        run(read_tables(sys.stdin), query)
    except Refused as refused:
        sys.exit(str(refused))
