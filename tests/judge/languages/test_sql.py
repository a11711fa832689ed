"""SQL: one query over tables from stdin, and nothing but reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from judge.evaluate import Submitted, evaluate
from judge.languages import language_for
from judge.languages.sql import TABLES, vm_steps
from judge.problem.cases import CaseMaker
from judge.problem.load import load_problem
from judge.problem.references import reference_for, references
from judge.report import Decided, Outcome, Resource, Verdict
from sandbox.api import Execution, Limits, Main, Program, Sandbox, Status, Task
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


RUNNING = Path(__file__).parent / "tables" / "running-totals"


def numbers(n: int) -> str:
    return "t(id INTEGER, x INTEGER)\n" + "".join(f"{i},{i * 7919 % 1013}\n" for i in range(n))


def steps(sandbox: Sandbox, query: str, n: int, cpu_ns: int = 10**10) -> int | None:
    program = language_for("sqlite").plan(query, TABLES, "python").run({})
    execution = sandbox.run(Task(program, Main(), wire.encode(numbers(n)), Limits(cpu_ns=cpu_ns)))
    return vm_steps(program, execution)


WINDOW = "SELECT id, sum(x) OVER (ORDER BY id) FROM t"
CORRELATED = "SELECT id, (SELECT sum(x) FROM t b WHERE b.id <= a.id) FROM t a"


def test_steps_of_sqlite_are_counted_and_the_same_each_time(sandbox: Sandbox) -> None:
    few, many = steps(sandbox, WINDOW, 1000), steps(sandbox, WINDOW, 2000)
    assert few is not None and many is not None
    assert 1.95 < many / few < 2.05
    assert steps(sandbox, WINDOW, 2000) == many
    quadratic = [steps(sandbox, CORRELATED, n) or 0 for n in (500, 1000)]
    assert 3.8 < quadratic[1] / quadratic[0] < 4.2


def test_a_query_that_is_stopped_has_said_how_far_it_came(sandbox: Sandbox) -> None:
    assert (steps(sandbox, CORRELATED, 20_000, cpu_ns=300_000_000) or 0) > 1 << 16


def test_only_our_own_program_says_how_many_steps_there_were(sandbox: Sandbox) -> None:
    said = Program.single("import sys\nprint('steps 7', file=sys.stderr)\nprint('x')")
    execution = sandbox.run(Task(said, Main(), wire.encode("")))
    assert execution.stderr == b"steps 7\n"
    assert vm_steps(said, execution) is None
    duckdb = language_for("duckdb").plan("SELECT 1", TABLES, "python").run({})
    assert vm_steps(duckdb, Execution(Status.OK, stderr=b"steps 7\n")) is None
    sqlite = language_for("sqlite").plan("SELECT 1", TABLES, "python").run({})
    assert vm_steps(sqlite, Execution(Status.OK, stderr=b"steps 65600\nsteps 70000\n")) == 70_000
    assert vm_steps(sqlite, Execution(Status.OK)) is None


def test_each_engine_has_its_own_reference() -> None:
    problem = load_problem(RUNNING)
    assert {name: found.known.path.name for name, found in references(problem).items()} == {
        "python": "in_order.py",
        "duckdb": "reference.duckdb.sql",
        "sqlite": "reference.sqlite.sql",
    }
    assert reference_for(problem, language_for("java")) is None
    assert language_for("query.sql").name == "duckdb"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "engine", "resource", "outcome"),
    [
        ("accepted/window_and_join.sqlite.sql", "sqlite", Resource.STEPS, Outcome.WITHIN),
        ("too_slow/correlated.sqlite.sql", "sqlite", Resource.STEPS, Outcome.EXCEEDS),
        ("too_slow/correlated.duckdb.sql", "duckdb", Resource.TIME, Outcome.EXCEEDS),
    ],
)
def test_growth_of_queries(
    sandbox: Sandbox, tmp_path: Path, name: str, engine: str, resource: Resource, outcome: Outcome
) -> None:
    problem = load_problem(RUNNING)
    maker = CaseMaker(problem, sandbox, b"s" * 32, tmp_path / "cache")
    *_, last = evaluate(Submitted((RUNNING / "submissions" / name).read_text(), engine), problem, sandbox, maker)
    assert isinstance(last, Decided)
    assert last.report.verdict in (Verdict.AC, Verdict.TLE), last.report.sentence
    found = [family.outcome for family in last.report.families if family.resource is resource]
    if engine == "duckdb":  # its time alone, beside that of reading the tables, may leave it open on a busy machine
        assert last.report.growth is not Outcome.WITHIN, last.report.sentence
        return
    assert outcome in found and (outcome is Outcome.EXCEEDS or set(found) == {outcome}), last.report.sentence
