"""SQL: the submission is one query. Tables come on stdin, the result goes out as CSV; `inside_sql.py` says how."""

from __future__ import annotations

import re
from pathlib import Path
from typing import ClassVar

from judge.languages.language import Language, Plan, SelfTest
from judge.problem.model import Interface, StdioInterface
from sandbox.api import Execution, Program, Status

INSIDE = (Path(__file__).parent / "inside_sql.py").read_bytes()
QUERY = "query.sql"
TABLES = StdioInterface(kind="stdio", tables=True)


def _started(engine: str) -> bytes:
    return f"from inside_sql import main\n\nmain({engine!r})\n".encode()


class _Sql(Language):
    """Nothing is built: whether a query is one shows only when the tables are there."""

    main = QUERY
    editor = "sql"
    self_test = SelfTest(
        "SELECT name, sum(amount) AS total FROM orders GROUP BY name ORDER BY name",
        TABLES,
        "orders(name TEXT, amount INTEGER)\nAda,20\nBob,1\nAda,22\n",
        "name,total\nAda,42\nBob,1\n",
    )
    engine: ClassVar[str]

    def cannot(self, interface: Interface) -> str | None:
        if isinstance(interface, StdioInterface) and interface.tables:
            return None
        return f"{self.title} is for problems that are asked of tables; this one is not"

    def plan(self, source: str, interface: Interface, runtime: str) -> Plan:
        files = {
            "solution.py": _started(self.engine),
            "inside_sql.py": INSIDE,
            QUERY: source.encode("utf-8", "surrogatepass"),
        }
        return Plan(None, lambda built: Program(files, "solution.py", "python-data"))

    def starter(self, interface: Interface, docstring: str) -> str:
        return "".join(f"-- {line}".rstrip() + "\n" for line in docstring.splitlines()) + "SELECT\n"


class DuckDb(_Sql):
    name = "duckdb"
    title = "SQL (DuckDB)"
    suffixes = (".sql", ".duckdb.sql")
    version_command = ("python", "-c", "import duckdb; print('DuckDB', duckdb.__version__)")
    run_flags = ("threads=1", "enable_external_access=false", "lock_configuration=true")
    engine = "duckdb"


class Sqlite(_Sql):
    name = "sqlite"
    title = "SQL (SQLite)"
    suffixes = (".sqlite.sql",)
    version_command = ("python", "-c", "import sqlite3; print('SQLite', sqlite3.sqlite_version)")
    run_flags = ("an authorizer that lets it only read",)
    engine = "sqlite"
    counts_steps = True


_STEPS = re.compile(rb"steps (\d{1,18})\n")


def vm_steps(program: Program, execution: Execution) -> int | None:
    """The steps that SQLite's virtual machine took for a query: what `inside_sql.py` said last, a lower bound where a
    limit stopped it. None for all else: another program could say what it likes. Pure."""
    ours = QUERY in program.files and program.files.get(program.main) == _started(Sqlite.engine)
    if not ours or execution.status not in (Status.OK, Status.CPU_LIMIT):
        return None
    said = _STEPS.findall(execution.stderr)
    return int(said[-1]) if said else None
