"""``new_problem`` for queries: whole but for its blanks, and a problem once they are filled."""

from __future__ import annotations

from pathlib import Path

import pytest

from judge.home import problems_folder
from judge.problem import check
from judge.problem.check import check_problem
from judge.problem.faults import ProblemError
from judge.problem.load import BLANK, load_problem
from judge.problem.new import Wanted, new_problem
from sandbox.api import Sandbox
from tests.judge.problem.conftest import maker_of

TOTALS = "SELECT user_id, sum(amount) AS total FROM events WHERE amount IS NOT NULL GROUP BY user_id\n"
CASES = {
    "return tables": "    return ([(rng.randrange(5), date(2024, 1, 1), 0.25) for _ in range(n)],)",
    "return the tables": "    return ([(rng.randrange(5), date(2024, 1, 1), 0.25) for _ in range(n)],)",
    "check each constraint": "    pass",
}


def filled(line: str) -> str:
    blank = BLANK.search(line)
    if blank is None:
        return line
    return next((code for start, code in CASES.items() if blank[1].startswith(start)), BLANK.sub("words", line))


def fill(folder: Path) -> None:
    for path in (path for path in folder.rglob("*") if path.is_file()):
        text = "\n".join(map(filled, path.read_text().split("\n")))
        path.write_text(text.replace("SELECT  -- words\n", TOTALS))


def blanks_alone(folder: Path) -> set[str]:
    """The files with blanks; nothing but blanks is at fault in the folder."""
    with pytest.raises(ProblemError) as caught:
        load_problem(folder)
    assert [fault for fault in caught.value.faults if not fault.blank or not fault.line] == []
    return {fault.path.relative_to(folder).as_posix() for fault in caught.value.faults}


def written(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_new_folder_is_whole_but_for_its_blanks(tmp_path: Path) -> None:
    folder = new_problem(tmp_path, "add-up", Wanted("sql", 'Add: "up" [x]'))
    assert blanks_alone(folder) == written(folder)
    assert {"starter.sql", "submissions/accepted/reference.duckdb.sql"} <= written(folder)
    assert not {"starter.py", "checker.py"} & written(folder)


def test_a_filled_folder_is_a_problem_whose_parts_hold(
    tmp_path: Path, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = new_problem(tmp_path, "add-up", Wanted("sql", 'Add: "up" [x]'))
    fill(folder)
    problem = load_problem(folder)
    assert (problem.spec.title, problem.spec.runtime, problem.spec.checker.kind) == (
        'Add: "up" [x]',
        "python-data",
        "table",
    )
    monkeypatch.setattr(check, "check_known", lambda *_, **__: None)
    rows = [row for row in check_problem(problem, sandbox, maker_of(problem, sandbox, tmp_path / "cache")) if row]
    assert [(row.what, row.got) for row in rows if not row.ok] == []


def test_another_problems_shape_brings_no_query_along(tmp_path: Path) -> None:
    like = load_problem(problems_folder() / "sql-monthly-retention")
    folder = new_problem(tmp_path, "other-rate", like)
    assert blanks_alone(folder) == written(folder)
    known = {path for path in written(folder) if path.startswith("submissions/")}
    assert len(known) == len(like.known)
    assert "submissions/accepted/reference.sqlite.sql" in known
    assert not any("date_trunc" in (folder / path).read_text() for path in known | {"starter.sql"})
    assert "def busy_users(n, rng):" in (folder / "cases.py").read_text()


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (Wanted("sql", checker="float"), "the checker float does not fit sql: a query answers with a table; table do"),
        (Wanted("sql", runtime="python"), "the runtime of sql is python-data"),
        (Wanted("class", checker="table"), "only queries answer with a table"),
    ],
)
def test_what_does_not_fit_a_query_is_refused(tmp_path: Path, wanted: Wanted, words: str) -> None:
    with pytest.raises(ProblemError, match=words):
        new_problem(tmp_path, "x", wanted)
