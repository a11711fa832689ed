"""An input as SQL: both shells take it, and find the same rows."""

from __future__ import annotations

import sqlite3
import subprocess
from datetime import date, datetime
from typing import Any

import pytest

from judge.problem.interface import SqlInterface
from judge.problem.pasteable import as_code
from judge.problem.sqltext import schema
from judge.problem.text import format_answer, format_input
from sandbox import runner_folder
from tests.judge.problem.test_tabletext import EVENTS

VALUE: Any = (
    [(2**40, datetime(2024, 1, 31, 10), 'it\'s; -- \n"x"'), (-1, None, "")],
    [(date(2024, 2, 29), 0.1, True), (None, None, False)],
)


@pytest.fixture
def code() -> str:
    return as_code(EVENTS, format_input(EVENTS, VALUE), format_answer(EVENTS, (["user_id"], [(1,), (None,)])))


def test_sqlite_takes_it(code: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript(code)
    assert connection.execute("SELECT user_id, seen, kind FROM events").fetchall() == [
        (2**40, "2024-01-31 10:00:00", "it's; -- \n\"x\""), (-1, None, ""),
    ]  # fmt: skip
    assert connection.execute("SELECT * FROM users").fetchall() == [("2024-02-29", 0.1, 1), (None, None, 0)]


def test_duckdb_takes_it(code: str) -> None:
    """It is in the environment of submissions alone."""
    program = (
        "import datetime, duckdb, sys\n"
        "shell = duckdb.connect(':memory:')\n"
        "shell.execute(sys.stdin.read())\n"
        "print(repr((shell.execute('FROM events').fetchall(), shell.execute('FROM users').fetchall())))\n"
    )
    python = runner_folder() / "bin" / "python"
    run = subprocess.run([python, "-c", program], input=code, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == repr(VALUE)


def test_what_is_expected_stands_below_as_remarks(code: str) -> None:
    assert code.endswith("-- expected:\n--   result(user_id)\n--                1\n--             NULL\n")


def test_what_was_cut_is_no_code() -> None:
    many: Any = ([(number, None, None) for number in range(1000)], [])
    assert as_code(EVENTS, format_input(EVENTS, many, 500), "") == ""


def test_the_schema_says_what_is_there_and_what_is_asked_for() -> None:
    interface = SqlInterface.model_validate({**EVENTS.model_dump(), "tables": EVENTS.model_dump()["tables"][:1]})
    assert schema(interface, False) == (
        "CREATE TABLE events (user_id INTEGER, seen TIMESTAMP, kind TEXT);\n"
        "-- result (user_id INTEGER), rows in any order\n"
        "-- one query, for DuckDB"
    )
    assert "rows in the order that is asked for\n" in schema(interface, True)
