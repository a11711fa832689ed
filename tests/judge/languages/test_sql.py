"""SQL: one query over tables that the engine already holds, and nothing but reading. `sandbox` tests what an engine
does; here a problem is judged whole."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from judge.evaluate import Mode, Submitted, evaluate
from judge.languages import language_for
from judge.problem.cases import CaseMaker, SetterFault
from judge.problem.faults import ProblemError
from judge.problem.load import load_problem
from judge.problem.references import reference_for, references
from judge.report import Decided, Outcome, Report, Resource, Verdict
from sandbox.api import Sandbox
from tests.sandbox.fixtures import sandbox

__all__ = ["sandbox"]

RUNNING = Path(__file__).parent / "tables" / "running-totals"
both = pytest.mark.parametrize("dialect", ["sqlite", "duckdb"])


def judged(sandbox: Sandbox, tmp_path: Path, source: str, dialect: str, mode: Mode) -> Report:
    problem = load_problem(RUNNING)
    maker = CaseMaker(problem, sandbox, b"s" * 32, tmp_path / "cache")
    *_, last = evaluate(Submitted(source, dialect), problem, sandbox, maker, mode=mode)
    assert isinstance(last, Decided)
    return last.report


def known(name: str) -> str:
    return (RUNNING / "submissions" / name).read_text()


@both
@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        (("", ""), Verdict.AC),
        (("ORDER BY id)", "ORDER BY id DESC)"), Verdict.WA),
        (("FROM orders", "FROM sales"), Verdict.RTE),
        (("FROM orders", "FROM (SELECT 1"), Verdict.RTE),
    ],
)
def test_a_problem_of_tables_is_solved_by_a_query(
    sandbox: Sandbox, tmp_path: Path, dialect: str, change: tuple[str, str], verdict: Verdict
) -> None:
    source = known(f"accepted/reference.{dialect}.sql").replace(*change)
    report = judged(sandbox, tmp_path, source, dialect, "run")
    assert report.verdict is verdict, report.sentence
    if verdict is Verdict.RTE:
        assert report.cases[0].traceback and "Traceback" not in report.cases[0].traceback


def test_each_dialect_has_its_own_reference_and_the_first_says_what_is_right() -> None:
    problem = load_problem(RUNNING)
    assert problem.reference.path.name == "reference.sqlite.sql"
    assert {name: found.known.path.name for name, found in references(problem).items()} == {
        "duckdb": "reference.duckdb.sql",
        "sqlite": "reference.sqlite.sql",
    }
    assert reference_for(problem, language_for("java")) is None
    assert language_for("query.sql").name == "duckdb"


@pytest.mark.parametrize(
    ("tables", "words"),
    [
        ("[[(1, 'Ada', 2)]]", "not a tuple of 1 lists"),
        ("([(1, 'Ada', 2)], [])", "not a tuple of 1 lists"),
        ("([[1, 'Ada', 2]],)", "a table orders that is not a list of tuples"),
        ("([(1, 'Ada')],)", "orders that has 2 fields in row 1, not 3"),
        (
            "([(1, 'Ada', 2), (None, None, None), ('3', 'Bob', 4)],)",
            "a str in column 1 of row 3, which is of",
        ),
        ("([(1, 'Ada', True)],)", "a bool in column 3 of row 1"),
        ("([(2**63, 'Ada', 1)],)", "more than 64 bits"),
        ("([(1, 'A\\0', 1)],)", "NUL"),
    ],
)
def test_what_is_no_table_is_the_setters_fault(sandbox: Sandbox, tmp_path: Path, tables: str, words: str) -> None:
    source = f"def samples():\n    return []\n\ndef one(n, rng):\n    return {tables}\n"
    problem = replace(load_problem(RUNNING), cases_source=source)
    maker = CaseMaker(problem, sandbox, b"s" * 32, tmp_path / "cache")
    with pytest.raises(SetterFault, match=re.escape(words)):
        maker.draw("one", 1, 0)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        (
            "accepted/reference.duckdb.sql",
            "-- No mark.\nSELECT 1\n",
            "in duckdb must be '-- landau: reference'",
        ),
        ("accepted/another.sqlite.sql", "-- landau: reference\n-- Two.\nSELECT 1\n", "in sqlite must be"),
        ("wrong/program.py", "# A program.\nprint(1)\n", "answered by a query, in SQL"),
        ("problem.yaml", None, "dialects[0]"),
    ],
)
def test_a_folder_says_what_it_lacks(tmp_path: Path, name: str, text: str | None, words: str) -> None:
    folder = tmp_path / "running-totals"
    shutil.copytree(RUNNING, folder)
    path = folder / name if text is None else folder / "submissions" / name
    path.write_text(path.read_text().replace("sqlite, ", "mysql, ") if text is None else text)
    with pytest.raises(ProblemError) as raised:
        load_problem(folder)
    assert words in str(raised.value)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "dialect", "resource", "outcome"),
    [
        ("accepted/window_and_join.sqlite.sql", "sqlite", Resource.STEPS, Outcome.WITHIN),
        ("too_slow/correlated.sqlite.sql", "sqlite", Resource.STEPS, Outcome.EXCEEDS),
        ("too_slow/correlated.duckdb.sql", "duckdb", Resource.TIME, Outcome.EXCEEDS),
    ],
)
def test_growth_of_queries(
    sandbox: Sandbox, tmp_path: Path, name: str, dialect: str, resource: Resource, outcome: Outcome
) -> None:
    report = judged(sandbox, tmp_path, known(name), dialect, "submit")
    assert report.verdict in (Verdict.AC, Verdict.TLE), report.sentence
    found = [family.outcome for family in report.families if family.resource is resource]
    if dialect == "duckdb":  # its time alone may leave it open on a busy machine
        assert report.growth is not Outcome.WITHIN, report.sentence
        return
    assert outcome in found and (outcome is Outcome.EXCEEDS or set(found) == {outcome}), report.sentence
