"""SQL: one query over tables from stdin, and nothing but reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from judge.evaluate import Submitted, evaluate
from judge.languages import language_for
from judge.languages.sql import TABLES
from judge.problem.cases import CaseMaker
from judge.problem.load import load_problem
from judge.report import Decided, Verdict
from sandbox.api import Execution, Main, Sandbox, Status, Task
from sandbox.guest import wire
from tests.judge.problem.folders import write_folder
from tests.sandbox.fixtures import sandbox

__all__ = ["sandbox"]

INPUT = """
orders(id INTEGER, customer TEXT, amount DECIMAL(10, 2), day DATE)
1,Ada,10.50,2024-01-31
2,"Lovelace, A.",,2024-02-01

empty(x DOUBLE)

names (name VARCHAR(20))
Ada
"""
both = pytest.mark.parametrize("engine", ["duckdb", "sqlite"])


def ask(sandbox: Sandbox, engine: str, query: str, text: str = INPUT) -> Execution:
    program = language_for(engine).plan(query, TABLES, "python").run({})
    return sandbox.run(Task(program, Main(), wire.encode(text)))


def answer(execution: Execution) -> str:
    assert execution.status is Status.OK, execution.stderr.decode() + execution.message
    return str(wire.decode(execution.answer or b""))


@both
@pytest.mark.parametrize(
    ("query", "csv"),
    [
        ("SELECT id, customer FROM orders ORDER BY id", 'id,customer\n1,Ada\n2,"Lovelace, A."\n'),
        ("SELECT amount IS NULL AS a, day FROM orders WHERE id = 2;", None),
        ("SELECT count(*) AS n FROM empty", "n\n0\n"),
        ("WITH a AS (SELECT 1 AS x) SELECT x, NULL AS y FROM a -- and a comment", "x,y\n1,\n"),
        ("SELECT o.id FROM orders o JOIN names n ON n.name = o.customer", "id\n1\n"),
        ("SELECT 1 AS x WHERE 1 = 0", "x\n"),
        ("WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT n FROM t", "n\n1\n2\n3\n"),
    ],
)
def test_a_query_is_answered_as_csv(sandbox: Sandbox, engine: str, query: str, csv: str | None) -> None:
    said = answer(ask(sandbox, engine, query))
    assert said == (csv or {"duckdb": "a,day\ntrue,2024-02-01\n", "sqlite": "a,day\n1,2024-02-01\n"}[engine])


def test_duckdb_knows_types(sandbox: Sandbox) -> None:
    assert answer(ask(sandbox, "duckdb", "SELECT typeof(amount) AS t, typeof(day) AS d FROM orders LIMIT 1")) == (
        't,d\n"DECIMAL(10,2)",DATE\n'
    )


@both
@pytest.mark.parametrize(
    "query",
    [
        "SELECT 1; SELECT 2",
        "",
        "SELEC 1",
        "SELECT nothing FROM orders",
        "DROP TABLE orders",
        "INSERT INTO orders VALUES (3, 'x', 1, '2024-01-01')",
        "CREATE TABLE more AS SELECT 1",
        "ATTACH '/tmp/other.db' AS other",
        "COPY orders TO '/tmp/out.csv'",
        "PRAGMA database_list",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET threads = 4",
        "VACUUM INTO '/tmp/x'",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/program/inside_sql.py')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM glob('/*')",
        "SELECT load_extension('x')",
        "SELECT writefile('/tmp/x', 'y')",
        "SELECT * FROM tables",  # a Python variable is no table
        "SELECT * FROM pragma_database_list",
    ],
)
def test_all_else_is_refused_in_words(sandbox: Sandbox, engine: str, query: str) -> None:
    execution = ask(sandbox, engine, query)
    if engine == "duckdb" and "pragma_database_list" in query:
        assert "/" not in answer(execution)  # a view of its own: a database in memory, no file
        return
    assert execution.status is Status.EXIT
    assert execution.stderr.strip()
    assert b"Traceback" not in execution.stderr


@both
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1 2 3\n", "not a table"),
        ("t(x)\n1\n", "not a column with its type"),
        ("t(x INTEGER, y TEXT)\n1\n", "has 1 fields, not 2"),
        ("t(x INTEGER); DROP TABLE t\n1\n", "not a table"),
    ],
)
def test_what_is_no_table_is_refused(sandbox: Sandbox, engine: str, text: str, words: str) -> None:
    execution = ask(sandbox, engine, "SELECT 1", text)
    assert execution.status is Status.EXIT
    assert words in execution.stderr.decode()


YAML = """\
title: Totals
difficulty: easy
interface: {kind: stdio, tables: true}
checker: {kind: tokens}
growth:
  time: n
  families: [{name: typical}, {name: worst}]
"""
CASES = """\
def samples():
    table = "orders(name TEXT, amount INTEGER)\\nAda,1\\nAda,2\\nBob,5\\n"
    return [{"input": table, "answer": "name,total\\nAda,3\\nBob,5\\n"}]

def edges(rng):
    return [("nobody", "orders(name TEXT, amount INTEGER)\\n")]

def typical(n, rng):
    return "orders(name TEXT, amount INTEGER)\\n" + "".join(f"p{i % 9},{i}\\n" for i in range(n))

worst = typical

def validate(text): pass
"""
REFERENCE = """\
# landau: reference
# Adds up in a dictionary.
import sys
totals = {}
for line in sys.stdin.read().splitlines()[1:]:
    name, amount = line.split(",")
    totals[name] = totals.get(name, 0) + int(amount)
print("name,total")
for name in sorted(totals):
    print(f"{name},{totals[name]}")
"""
QUERY = "SELECT name, sum(amount) AS total FROM orders GROUP BY name ORDER BY name"


@both
@pytest.mark.parametrize(
    ("query", "verdict"),
    [(QUERY, Verdict.AC), (QUERY.replace("sum", "max"), Verdict.WA), (QUERY + " LIMIT", Verdict.RTE)],
)
def test_a_problem_of_tables_is_solved_by_a_query(
    sandbox: Sandbox, tmp_path: Path, engine: str, query: str, verdict: Verdict
) -> None:
    files = {
        "problem_yaml": YAML,
        "cases_py": CASES,
        "starter_py": "pass\n",
    }
    folder = write_folder(tmp_path / "bank", **files)
    for path in folder.glob("submissions/*/*"):
        path.unlink()
    (folder / "submissions/accepted/by_hand.py").write_text(REFERENCE)
    problem = load_problem(folder)
    maker = CaseMaker(problem, sandbox, b"s" * 32, tmp_path / "cache")
    *_, last = evaluate(Submitted(query, engine), problem, sandbox, maker, mode="run")
    assert isinstance(last, Decided)
    assert last.report.verdict is verdict, last.report.sentence
    if verdict is Verdict.RTE:
        assert last.report.cases[0].traceback
