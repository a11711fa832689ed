"""Queries: tables loaded before the clock, one statement that only reads, limits that hold inside the engine too."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from sandbox.api import MIB, Execution, Function, Limits, Program, Query, Sandbox, Status, Task
from sandbox.guest import wire
from tests.sandbox.fixtures import sandbox

__all__ = ["sandbox"]

ORDERS = (
    ("id", "INTEGER"),
    ("customer", "TEXT"),
    ("amount", "DOUBLE"),
    ("day", "DATE"),
    ("paid", "TIMESTAMP"),
    ("gift", "BOOLEAN"),
)
TABLES = (("orders", ORDERS), ("empty", (("x", "INTEGER"),)))
ROWS: list[tuple[Any, ...]] = [
    (1, "Ada", 10.5, date(2024, 1, 31), datetime(2024, 1, 31, 23, 59, 1), True),
    (2, "Lovelace, A.", None, date(2024, 2, 1), None, False),
    (3, None, -0.0, None, datetime(2024, 1, 31, 12, 0, 0, 5), None),
    (2**62, "", 2.0, date(1, 1, 1), datetime(1970, 1, 1), True),
]
EVERY = ("sqlite", "duckdb")
every = pytest.mark.parametrize("dialect", EVERY)


def ask(sandbox: Sandbox, dialect: Any, query: str, rows: list[Any] = ROWS, **limits: int) -> Execution:
    program = Program({"query.sql": query.encode("utf-8", "surrogatepass")}, "query.sql", "python-data")
    return sandbox.run(Task(program, Query(dialect, TABLES), wire.encode_tables((rows, [])), Limits(**limits)))


def answer(execution: Execution) -> tuple[list[str], list[tuple[Any, ...]]]:
    assert execution.status is Status.OK, execution.message
    names, rows = wire.decode_answer(execution.answer or b"")
    return names, rows


def test_types_in_duckdb_are_its_own(sandbox: Sandbox) -> None:
    names, rows = answer(ask(sandbox, "duckdb", "SELECT * FROM orders"))
    assert names == [name for name, _ in ORDERS]
    assert repr(rows) == repr(ROWS)
    _, rows = answer(ask(sandbox, "duckdb", "SELECT DISTINCT typeof(COLUMNS(*)) FROM orders"))
    assert rows == [("BIGINT", "VARCHAR", "DOUBLE", "DATE", "TIMESTAMP", "BOOLEAN")]


def test_dates_in_sqlite_are_text_and_truth_is_a_number(sandbox: Sandbox) -> None:
    _, rows = answer(ask(sandbox, "sqlite", "SELECT * FROM orders"))
    assert rows == [
        (1, "Ada", 10.5, "2024-01-31", "2024-01-31 23:59:01", 1),
        (2, "Lovelace, A.", None, "2024-02-01", None, 0),
        (3, None, 0.0, None, "2024-01-31 12:00:00.000005", None),
        (2**62, "", 2.0, "0001-01-01", "1970-01-01 00:00:00", 1),
    ]
    # A column of type DATE would have SQLite's affinity of numbers, to which every text is larger.
    _, rows = answer(ask(sandbox, "sqlite", "SELECT count(*) FROM orders WHERE day < '2024-02'"))
    assert rows == [(2,)]


@every
@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("SELECT count(*) AS n FROM empty", [(0,)]),
        ("SELECT 1 AS x WHERE 1 = 0", []),
        ("WITH a AS (SELECT 1 AS x) SELECT x, NULL AS y FROM a; -- and a comment", [(1, None)]),
        ("/* first */ -- words\n ; WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3)\n"
         "SELECT n FROM t", [(1,), (2,), (3,)]),
        ("VALUES (1, 'a')", [(1, "a")]),
        ("SELECT o.id FROM orders o LEFT JOIN empty e ON e.x = o.id WHERE o.amount IS NULL", [(2,)]),
    ],
)  # fmt: skip
def test_a_query_is_answered(sandbox: Sandbox, dialect: str, query: str, rows: list[Any]) -> None:
    if dialect == "sqlite" and "; WITH" in query:
        query = query.replace("; WITH", "WITH")  # an empty statement is one there
    assert answer(ask(sandbox, dialect, query))[1] == rows


HOSTILE = [
    "SELECT 1; SELECT 2",
    "SELECT 1; DROP TABLE orders",
    "",
    "-- nothing",
    "DROP TABLE orders",
    "INSERT INTO orders (id) VALUES (3)",
    "WITH a AS (SELECT 1) INSERT INTO empty SELECT * FROM a",
    "UPDATE orders SET id = 1 RETURNING id",
    "DELETE FROM orders RETURNING id",
    "CREATE TABLE more AS SELECT 1",
    "CREATE TEMP VIEW v AS SELECT 1",
    "ATTACH '/tmp/other.db' AS other",
    "ATTACH ':memory:' AS other",
    "DETACH main",
    "COPY orders TO '/tmp/out.csv'",
    "COPY (SELECT 1) TO '/dev/stderr'",
    "EXPORT DATABASE '/tmp/x'",
    "IMPORT DATABASE '/tmp/x'",
    "PRAGMA database_list",
    "PRAGMA writable_schema = 1",
    "PRAGMA hard_heap_limit = 0",
    "PRAGMA threads = 8",
    "INSTALL httpfs",
    "LOAD httpfs",
    "LOAD '/tmp/evil.duckdb_extension'",
    "SET threads = 4",
    "SET memory_limit = '100GB'",
    "RESET lock_configuration",
    "USE main",
    "CALL pragma_version()",
    "CHECKPOINT",
    "VACUUM INTO '/tmp/x'",
    "EXPLAIN SELECT 1",
    "EXPLAIN ANALYZE SELECT 1",
    "BEGIN",
    "PREPARE p AS SELECT 1",
    "CREATE MACRO m(a) AS a + 1",
    "CREATE FUNCTION f() AS 1",
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_csv_auto('/program/query.sql')",
    "SELECT * FROM read_text('/program/query.sql')",
    "SELECT * FROM read_blob('/etc/passwd')",
    "SELECT * FROM read_json('/etc/passwd')",
    "SELECT * FROM parquet_scan('/tmp/*')",
    "SELECT * FROM sniff_csv('/etc/passwd')",
    "SELECT * FROM '/etc/passwd'",
    "SELECT * FROM glob('/*')",
    "SELECT * FROM 'https://example.org/x.csv'",
    "SELECT * FROM sqlite_scan('/tmp/x.db', 't')",
    "SELECT load_extension('/tmp/evil.so')",
    "SELECT readfile('/etc/passwd')",
    "SELECT writefile('/tmp/x', 'y')",
    "SELECT edit('x')",
    "SELECT * FROM sqlite_dbpage",
    "SELECT fts3_tokenizer('simple')",
    "SELECT fts3_tokenizer('simple', x'0000000000000000')",
    "CREATE VIRTUAL TABLE v USING fts5(x)",
    "SELECT getenv('PATH')",
    "SELECT * FROM tables",  # a Python variable is no table
    "SELECT * FROM rows",
    "SELECT * FROM loaded",
    "SELECT \udcff",
    "SELECT 1\0; DROP TABLE orders",
]


@every
@pytest.mark.parametrize("query", HOSTILE)
def test_all_but_reading_is_refused_in_words(sandbox: Sandbox, dialect: str, query: str) -> None:
    execution = ask(sandbox, dialect, query)
    assert execution.status is Status.EXCEPTION, (execution, execution.answer)
    assert execution.message.strip() and "Traceback" not in execution.message
    assert execution.stdout == execution.stderr == b""


BOMBS = {
    "sqlite": [
        ("WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t", Status.CPU_LIMIT),
        ("WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT * FROM t", Status.OUTPUT_LIMIT),
        ("WITH RECURSIVE t(n) AS (SELECT 1 UNION SELECT n + 1 FROM t) SELECT * FROM t ORDER BY n", Status.MEMORY_LIMIT),
        ("SELECT zeroblob(900000000)", Status.MEMORY_LIMIT),
        ("SELECT length(randomblob(900000000))", Status.MEMORY_LIMIT),
        ("SELECT hex(zeroblob(3000000)) FROM orders", Status.OUTPUT_LIMIT),
    ],
    "duckdb": [
        ("WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t", Status.CPU_LIMIT),
        ("SELECT * FROM range(100000000000)", Status.OUTPUT_LIMIT),
        ("SELECT sum(hash(a.range + b.range)::DOUBLE) FROM range(10000000000) a, range(1000) b", Status.CPU_LIMIT),
        ("SELECT i FROM range(50000000) t(i) ORDER BY hash(i) LIMIT 1 OFFSET 40000000", Status.MEMORY_LIMIT),
        ("SELECT list(i) FROM range(100000000) t(i)", Status.MEMORY_LIMIT),
        ("SELECT repeat('x', 3000000) FROM orders", Status.OUTPUT_LIMIT),
    ],
}


@pytest.mark.parametrize(("dialect", "query", "status"), [(d, *bomb) for d in EVERY for bomb in BOMBS[d]])
def test_a_bomb_goes_off_at_its_limit(sandbox: Sandbox, dialect: str, query: str, status: Status) -> None:
    execution = ask(
        sandbox, dialect, query, cpu_ns=1_000_000_000, memory_bytes=64 * MIB, output_bytes=2 * MIB, wall_ns=60 * 10**9
    )
    assert execution.status is status, execution
    assert (execution.steps is None) is (dialect == "duckdb")
    if status is Status.CPU_LIMIT and dialect == "sqlite":
        assert (execution.steps or 0) > 1_000_000  # what it took until it was stopped


def test_steps_are_counted_and_the_same_each_time(sandbox: Sandbox) -> None:
    def steps(query: str, n: int) -> int:
        rows = [(i, None, float(i * 7919 % 1013), None, None, None) for i in range(n)]
        execution = ask(sandbox, "sqlite", query, rows)
        assert execution.status is Status.OK, execution.message
        return execution.steps or 0

    window = "SELECT id, sum(amount) OVER (ORDER BY id) FROM orders"
    correlated = "SELECT id, (SELECT sum(amount) FROM orders b WHERE b.id <= a.id) FROM orders a"
    assert 1.95 < steps(window, 2000) / steps(window, 1000) < 2.05
    assert steps(window, 1000) == steps(window, 1000)
    assert 3.8 < steps(correlated, 600) / steps(correlated, 300) < 4.2


def test_only_a_query_tells_steps(sandbox: Sandbox) -> None:
    text = "import os\ndef f():\n    try:\n        os.write(4, b'x' * 8)\n    except OSError:\n        pass\n"
    assert sandbox.run(Task(Program.single(text), Function("f"), wire.encode(()))).steps is None
    assert ask(sandbox, "sqlite", "SELECT 'steps 7'").steps == 0
    assert ask(sandbox, "duckdb", "SELECT 'steps 7'").steps is None


@every
def test_loading_is_not_charged(sandbox: Sandbox, dialect: str) -> None:
    rows = [(i, f"c{i}", i / 2, date(2024, 1, 1), datetime(2024, 1, 1), None) for i in range(20_000)]
    full, none = (ask(sandbox, dialect, "SELECT count(*) FROM empty", some) for some in (rows, []))
    assert full.status is none.status is Status.OK
    assert full.cpu_ns < none.cpu_ns + 10_000_000
    assert full.memory_bytes < none.memory_bytes + 2 * MIB
