"""SQL: the submission is one query, put to tables that the engine already holds (``sandbox.api.Query``)."""

from __future__ import annotations

from typing import ClassVar

from judge.languages.language import Language, Plan, SelfTest
from judge.problem.interface import Column, Dialect, Interface, SqlInterface, Table
from sandbox.api import Program, Query

RUNTIME = "python-data"  # where the engines are


def _columns(**types: str) -> list[Column]:
    return [Column.model_validate({"name": name, "type": kind}) for name, kind in types.items()]


SELF_TEST = SelfTest(
    "SELECT name, sum(amount) AS total FROM orders GROUP BY name ORDER BY name",
    SqlInterface(
        kind="sql",
        dialects=["sqlite", "duckdb"],
        tables=[Table(name="orders", columns=_columns(name="TEXT", amount="INTEGER"))],
        result=_columns(name="TEXT", total="INTEGER"),
    ),
    ([("Ada", 20), ("Bob", 1), ("Ada", 22)],),
    (["name", "total"], [("Ada", 42), ("Bob", 1)]),
)


class Sql(Language):
    """Nothing is built: whether a query is one shows only when the tables are there."""

    editor = "sql"
    self_test = SELF_TEST
    dialect: ClassVar[Dialect]

    def cannot(self, interface: Interface) -> str | None:
        if not isinstance(interface, SqlInterface):
            return f"{self.title} is for problems that are asked of tables; this one is not"
        if self.dialect not in interface.dialects:
            return f"this problem is not asked in {self.title}, but in {', '.join(interface.dialects)}"
        return None

    def plan(self, source: str, interface: Interface, runtime: str) -> Plan:
        files = {self.main: source.encode("utf-8", "surrogatepass")}
        return Plan(None, lambda built: Program(files, self.main, RUNTIME))

    def starter(self, interface: Interface, docstring: str) -> str:
        lines = docstring.splitlines()
        if isinstance(interface, SqlInterface):
            lines += [f"{table.name}({listed(table.columns)})" for table in interface.tables]
            lines.append(f"-> {listed(interface.result)}")
        return "".join(f"-- {line}".rstrip() + "\n" for line in lines) + "SELECT\n"


class DuckDb(Sql):
    name = "duckdb"
    title = "SQL (DuckDB)"
    suffixes = (".duckdb.sql", ".sql")
    main = "query.duckdb.sql"
    version_command = ("python", "-c", "import duckdb; print('DuckDB', duckdb.__version__)")
    run_flags = ("threads=1", "enable_external_access=false", "lock_configuration=true")
    dialect = "duckdb"


class Sqlite(Sql):
    name = "sqlite"
    title = "SQL (SQLite)"
    suffixes = (".sqlite.sql",)
    main = "query.sqlite.sql"
    version_command = ("python", "-c", "import sqlite3; print('SQLite', sqlite3.sqlite_version)")
    run_flags = ("an authorizer that lets it only read",)
    dialect = "sqlite"
    counts_steps = True


def listed(columns: list[Column]) -> str:
    return ", ".join(f"{column.name} {column.type}" for column in columns)


def query_of(interface: SqlInterface, main: str) -> Query:
    """How a program is run that one of these languages planned; `main`: its main file."""
    held = tuple(
        (table.name, tuple((column.name, column.type) for column in table.columns)) for table in interface.tables
    )
    return Query("sqlite" if main == Sqlite.main else "duckdb", held)
