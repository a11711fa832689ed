"""A query over tables. They are in the engine before the clock starts; then the submission's text is put to it, and
what it finds becomes the answer. No submitted code runs here, only what an engine makes of one statement.

What a query cannot do: write, see a file, attach, load, set; spill to a disk; use more memory than it may.
"""

from __future__ import annotations

import mmap
import os
import re
import sys
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Any, Protocol

from landau_guest import kernel, wire
from landau_guest.entry import Refused

BLOCK_ROWS = 4096
COUNTER_BYTES = 8
GRAIN = 100  # steps of SQLite's machine between two looks at it
ONE_QUERY = "a submission is one query: SELECT, or WITH before it"
# What may stand before the first word, and that.
_BEGINS = re.compile(r"(?:\s|;|--[^\n]*(?:\n|$)|/\*.*?\*/)*(select|with|values|from|\()", re.DOTALL | re.IGNORECASE)
# Tables and functions of SQLite's own works; fts3_tokenizer takes an address and believes it.
_INNER = re.compile(r"sqlite_(?!version|source_id)|pragma_|fts|dbstat|bytecode|tables_used|load_|rtree|geopoly", re.I)
_SMALL = (type(None), bool)  # one byte each in an answer; all else takes eight or more

# Dates are text in SQLite, and a column of their own type would take the text of a year for a number.
SQLITE_TYPES = {"DOUBLE": "REAL", "DATE": "TEXT", "TIMESTAMP": "TEXT", "BOOLEAN": "INTEGER"}
DUCKDB_TYPES = {"INTEGER": "BIGINT", "TEXT": "VARCHAR"}

Table = tuple[str, list[tuple[str, str]]]  # its name; its columns' names and types


class TooLarge(Exception):
    """The answer would be longer than it may be: by now so many bytes."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.size = size


class Result(Protocol):
    @property
    def description(self) -> Any: ...
    def fetchmany(self, size: int) -> list[tuple[Any, ...]]: ...


class Engine(Protocol):
    def load(self, table: Table, rows: list[tuple[Any, ...]]) -> None: ...
    def lock(self, memory_bytes: int) -> None:
        """From now on it only reads, and takes so much more memory at most."""

    def ask(self, query: str) -> Result:
        """Raises what is among `errors`, MemoryError and Refused; so does fetching."""

    @property
    def errors(self) -> tuple[type[Exception], ...]: ...

    def words(self, error: Exception) -> str: ...


def read(data: memoryview) -> Any:
    """The tables of a task, as the engines take them: dates and times are text."""
    return wire.decode_tables(data)


def prepare(task: dict[str, Any], source: bytes, tables: tuple[list[tuple[Any, ...]], ...]) -> Callable[[], bytes]:
    """Load `tables`, and empty them. Returns what asks the query and gives the answer's message."""
    asked = task["query"]
    engine: Engine = Sqlite(asked["counter_fd"]) if asked["dialect"] == "sqlite" else _open_duckdb()
    for table, rows in zip(asked["tables"], tables, strict=True):
        engine.load(table, rows)
        rows.clear()
    engine.lock(asked["memory_bytes"])
    kernel.give_back_freed_memory()
    query, most_bytes = source.decode("utf-8", "replace"), task["output_bytes"]
    return lambda: answer(engine, query, most_bytes)


def answer(engine: Engine, query: str, most_bytes: int) -> bytes:
    """(names of the columns, rows) as a message. Raises Refused, TooLarge, MemoryError, wire.WireError."""
    try:
        result = engine.ask(query)
        if not _BEGINS.match(query):  # EXPLAIN
            raise Refused(ONE_QUERY)
        names = [str(name) for name, *_ in result.description]
        rows: list[tuple[Any, ...]] = []
        size = 0
        while block := result.fetchmany(BLOCK_ROWS):
            rows += block
            size += least_bytes(block)
            if size > most_bytes:
                raise TooLarge(size)
    except engine.errors as error:
        raise Refused(engine.words(error)) from None
    return wire.encode_tables((names, rows))


def least_bytes(rows: list[tuple[Any, ...]]) -> int:
    """No message of these rows is shorter."""
    least = 0
    for column in zip(*rows, strict=True):
        kinds = Counter(map(type, column))
        small = sum(kinds[kind] for kind in _SMALL)
        least += small + 8 * (len(column) - small)
        if str in kinds or bytes in kinds:
            least += sum(len(value) for value in column if type(value) is str or type(value) is bytes)
    return least


def open_ahead() -> None:
    """Open DuckDB where cells will be forked from, if its module is here: opening costs more than most queries do."""
    if "duckdb" in sys.modules:
        _open_duckdb()


@cache
def _open_duckdb() -> DuckDb:
    return DuckDb()


class Sqlite:
    """Counts its virtual machine's steps where `counter_fd` is mapped: a query that is stopped has told them too.

    No ANALYZE: without statistics it plans for large tables, and by the same plan at every size."""

    def __init__(self, counter_fd: int) -> None:
        import sqlite3

        self.errors = sqlite3.Error, sqlite3.Warning
        self._module = sqlite3
        self._steps = memoryview(mmap.mmap(counter_fd, COUNTER_BYTES)).cast("Q")
        os.close(counter_fd)
        self._connection = sqlite3.connect(":memory:", isolation_level=None, cached_statements=0)
        self._connection.execute("PRAGMA temp_store = MEMORY")  # sorting does not spill to a file

    def load(self, table: Table, rows: list[tuple[Any, ...]]) -> None:
        name, columns = table
        head = ", ".join(f'"{column}" {SQLITE_TYPES.get(kind, kind)}' for column, kind in columns)
        self._connection.execute(f'CREATE TABLE "{name}" ({head})')
        places = ", ".join("?" * len(columns))
        self._connection.execute("BEGIN")
        self._connection.executemany(f'INSERT INTO "{name}" VALUES ({places})', rows)
        self._connection.execute("COMMIT")

    def lock(self, memory_bytes: int) -> None:
        sqlite, connection = self._module, self._connection
        ((pages,),) = connection.execute("PRAGMA page_count").fetchall()
        ((page_bytes,),) = connection.execute("PRAGMA page_size").fetchall()
        # A page costs a little more than it holds.
        connection.execute(f"PRAGMA hard_heap_limit = {pages * page_bytes * 5 // 4 + memory_bytes}").fetchall()
        connection.setlimit(sqlite.SQLITE_LIMIT_ATTACHED, 0)
        reads = {sqlite.SQLITE_SELECT, sqlite.SQLITE_READ, sqlite.SQLITE_FUNCTION, sqlite.SQLITE_RECURSIVE}

        def authorize(action: int, first: str | None, second: str | None, *_: str | None) -> int:
            named = second if action == sqlite.SQLITE_FUNCTION else first
            inner = action in (sqlite.SQLITE_READ, sqlite.SQLITE_FUNCTION) and _INNER.match(named or "")
            return sqlite.SQLITE_DENY if action not in reads or inner else sqlite.SQLITE_OK

        connection.set_authorizer(authorize)
        connection.set_progress_handler(self._more, GRAIN)

    def _more(self) -> int:
        self._steps[0] += GRAIN
        return 0

    def ask(self, query: str) -> Result:
        result = self._connection.execute(query)
        if result.description is None:
            raise Refused(ONE_QUERY)
        return result

    def words(self, error: Exception) -> str:
        text = str(error)
        if "one statement at a time" in text:
            return ONE_QUERY
        refused = text == "not authorized" or text.endswith("is prohibited") or "not authorized to use" in text
        return f"only reading the tables is allowed ({text})" if refused else text


class DuckDb:
    """One to a process. It has no thread but ours, so that a fork of where it was opened may go on with it."""

    def __init__(self) -> None:
        import duckdb

        self.errors = (duckdb.Error,)
        self._module = duckdb
        settings: dict[str, Any] = {
            "threads": 1,
            "async_threads": 0,
            "temp_directory": "",  # what does not fit into memory does not spill
            "python_enable_replacements": False,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
        self._connection = duckdb.connect(":memory:", config=settings)

    def load(self, table: Table, rows: list[tuple[Any, ...]]) -> None:
        name, columns = table
        typed = [(column, DUCKDB_TYPES.get(kind, kind)) for column, kind in columns]
        head = ", ".join(f'"{column}" {kind}' for column, kind in typed)
        self._connection.execute(f'CREATE TABLE "{name}" ({head})')
        if rows:
            self._connection.register("loaded", _frame([kind for _, kind in columns], rows))
            fields = ", ".join(f'"{at}"::{kind}' for at, (_, kind) in enumerate(typed))
            self._connection.execute(f'INSERT INTO "{name}" SELECT {fields} FROM loaded')
            self._connection.unregister("loaded")

    def lock(self, memory_bytes: int) -> None:
        connection = self._connection
        connection.execute("SET enable_external_access = false")
        ((used,),) = connection.execute("SELECT sum(memory_usage_bytes)::BIGINT FROM duckdb_memory()").fetchall()
        connection.execute(f"SET memory_limit = '{used + memory_bytes}B'")
        connection.execute("SET lock_configuration = true")

    def ask(self, query: str) -> Result:
        statements = self._connection.extract_statements(query)
        if len(statements) != 1 or statements[0].type != self._module.StatementType.SELECT:
            raise Refused(ONE_QUERY)
        return self._connection.execute(statements[0])

    def words(self, error: Exception) -> str:
        if isinstance(error, self._module.OutOfMemoryException):
            raise MemoryError from None
        return str(error)


def _frame(kinds: list[str], rows: list[tuple[Any, ...]]) -> Any:
    """A pandas frame: what DuckDB takes at once. Its columns are called "0", "1" and so on; dates in it are text."""
    pandas = sys.modules["pandas"]
    pandas_types = {"INTEGER": "Int64", "DOUBLE": "Float64", "BOOLEAN": "boolean"}
    columns = zip(*rows, strict=True)
    return pandas.DataFrame(
        {
            str(at): pandas.Series(values, dtype=pandas_types.get(kind, object))
            for at, (kind, values) in enumerate(zip(kinds, columns, strict=True))
        },
        copy=False,
    )
