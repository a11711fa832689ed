"""An SQL problem at the command line: its own language, tables to read, SQL to paste."""

from __future__ import annotations

from pathlib import Path

import pytest

from judge.cli.language import language_of
from judge.cli.workspace import Workspace
from judge.home import problems_folder
from tests.judge.cli.conftest import Judge

SLUG = "sql-monthly-retention"
KNOWN = problems_folder() / SLUG / "submissions"
OWN = """\
activity(user_id, dt)
1, 2024-01-31 23:59:59
1, 2024-02-01
2, NULL
"""


@pytest.fixture
def folder(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> Path:
    assert judge("start", SLUG, "--mode", "untimed").code == 0
    monkeypatch.chdir(SLUG)
    return Path.cwd()


def test_its_tables_are_shown_as_tables(judge: Judge) -> None:
    said = judge("show", SLUG).out
    assert "```sql\nCREATE TABLE activity (user_id INTEGER, dt TIMESTAMP);\n-- result (month DATE, " in said
    assert "activity(user_id,                  dt)\n               1, 2024-01-05 12:00:00\n" in said
    assert "2024-01-01,            2,              0,           NULL\n" in said


def test_a_folder_begins_with_the_problems_own_language(judge: Judge, folder: Path) -> None:
    assert (folder / "query.duckdb.sql").read_text() == (problems_folder() / SLUG / "starter.sql").read_text()
    assert judge("run").code == 5


def test_own_cases_are_tables(judge: Judge, folder: Path) -> None:
    (folder / "query.duckdb.sql").write_text((KNOWN / "wrong/zero_for_nobody.duckdb.sql").read_text())
    (folder / "cases/mine.in").write_text(OWN)
    said = judge("run").out
    assert "column retention_rate: 0.0, expected NULL" in said
    (folder / "query.duckdb.sql").write_text((KNOWN / "accepted/reference.duckdb.sql").read_text())
    said = judge("run")
    assert said.code == 0, said.out
    (folder / "cases/mine.in").write_text(OWN.replace("2, NULL", "2, soon"))
    assert "line 4: dt: 'soon' is not a time such as 2024-01-31 10:00:00" in judge("run").out


def test_the_smallest_failing_input_is_sql_to_paste(judge: Judge, folder: Path) -> None:
    query = "SELECT NULL::DATE AS month, 0 AS active_users, 0 AS retained_users, 0.5 AS retention_rate WHERE FALSE"
    hidden = (KNOWN / "accepted/reference.duckdb.sql").read_text().replace("user_id IS NOT NULL", "user_id > 0")
    assert judge("run", "--json").json["verdict"] == "RTE"
    (folder / "query.duckdb.sql").write_text(query)
    assert "0 rows, expected 3: (month = 2024-01-01, active_users = 2, " in judge("run").out
    (folder / "query.duckdb.sql").write_text(hidden)
    said = judge("submit").out
    found = said[said.index("The smallest input found that fails") :]
    assert "CREATE TABLE activity (user_id BIGINT, dt TIMESTAMP);\nINSERT INTO activity VALUES\n" in found
    assert "-- expected:\n--   result(" in found
    assert found.count("  (") <= 2, found


def test_a_file_outside_says_its_dialect_or_takes_the_problems_own() -> None:
    here = Workspace(Path("w"), SLUG, 1, "sqlite")
    assert language_of(None, "q.sql", None, "duckdb") == "duckdb"
    assert language_of(None, "q.sql", None, "sqlite") == "sqlite"
    assert language_of(None, "q.sql", here) == "sqlite"
    assert language_of(None, "q.duckdb.sql", here) == "duckdb"
    assert language_of(None, "q.SQLITE.sql", None, "duckdb") == "sqlite"
    assert language_of(None, "-", None, "sqlite") == "sqlite"
    assert language_of("duckdb", "q.sqlite.sql", here) == "duckdb"
