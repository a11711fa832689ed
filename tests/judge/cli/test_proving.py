"""Several problems proved at once: what is told, and what of it stands in the table."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from rich.progress import Progress

from judge.cli.app import App
from judge.cli.crew import Began, Ended
from judge.cli.proofs import Bars, Lines, listening, say_all, table
from judge.cli.proving import Waits, Wish, dearest_first, prove
from judge.cli.terminal import console
from judge.problem.bank import Bank
from judge.problem.check import CheckRow
from tests.judge.cli.conftest import Judge
from tests.judge.cli.crew_work import prove_made_up
from tests.judge.problem.folders import write_folder

GOOD = CheckRow("a", "wrong/x.py", "WA", "WA", True, 12_000_000, 3 << 20, judged_cpu_ns=3_400_000_000)
BAD = CheckRow("b", "too_slow/y.py", "right, but too slow", "AC, growth within", False, 5_000_000, 1 << 20, "a reason")
FAST = Wish(fast=True)
FOLDER = CheckRow("a", "texts", "written", "holds", True)


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> App:
    monkeypatch.setenv("LANDAU_HOME", str(tmp_path / "home"))
    return App()


def test_one_that_dies_gets_a_row_and_stops_no_other(app: App) -> None:
    told = list(prove(app, ["a", "broken", "differs"], FAST, 2, work=prove_made_up))
    rows = [one for one in told if isinstance(one, CheckRow)]
    assert {(row.problem, row.what, row.ok) for row in rows} == {
        ("a", "texts", True),
        ("a", "wrong/a.py", True),
        ("broken", "texts", True),
        ("broken", "check", False),
        ("differs", "texts", True),
        ("differs", "wrong/a.py", False),
    }
    assert next(row.detail for row in rows if row.what == "check") == "its process was ended by SIGKILL"
    assert {one.name for one in told if isinstance(one, Began)} == {"a", "broken", "differs"}


def test_a_submission_in_line_is_judged_between_two_problems(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """With one place and somebody who always waits, every problem is a turn of its own."""
    gave_way: list[int] = []
    monkeypatch.setattr("judge.dispatch.turn.wanted", lambda home: True)
    monkeypatch.setattr("judge.dispatch.turn.give_way", lambda home: gave_way.append(len(gave_way)))
    told = list(prove(app, ["a", "c", "d"], FAST, 1, work=prove_made_up))
    assert [one.name for one in told if isinstance(one, Ended)] == ["a", "c", "d"]
    assert len(gave_way) == 3


def test_no_further_problem_is_begun_when_it_is_late(app: App) -> None:
    began: list[str] = []
    proofs = prove(app, ["a", "c", "d"], FAST, 1, late=lambda: len(began) > 1, work=prove_made_up)
    for one in proofs:
        began += [one.name] if isinstance(one, Began) else []
    assert began == ["a", "c"]


def test_the_table_has_a_row_for_each_submission(capsys: pytest.CaptureFixture[str]) -> None:
    rows = table(["a", "b"], [BAD, GOOD, FOLDER])
    assert [row[:4] for row in rows] == [
        ("a", "its folder", "all parts hold", "1 hold"),
        ("a", "wrong/x.py", "WA", "WA"),
        ("b", "too_slow/y.py", "right, but too slow", "AC, growth within"),
    ]
    assert rows[1][4:6] == ("12 ms", "3.40 s")
    say_all(["a", "b", "c"], [GOOD, BAD])
    said = capsys.readouterr().out
    assert "2 of 3 problem(s), 2 proofs, 1 not as they should be" in said
    assert "a reason" in said.splitlines()[-1]


def test_lines_name_the_problem_where_there_are_several(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_folder(tmp_path, "a")
    (tmp_path / "half-done").mkdir()
    with listening(Bank(tmp_path), ["a", "half-done"], aside=False, wish=Wish()) as hear:
        for one in (Began("a"), GOOD, Ended("a")):
            hear(one)
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("[1/13] a ")  # seven parts and five submissions; one row for what cannot be read
    Lines({"a": 12}, console()).hear(GOOD)
    assert capsys.readouterr().out.startswith("  ")


def test_bars_of_what_is_at_work() -> None:
    progress = Progress(console=Console(file=StringIO(), force_terminal=True), auto_refresh=False)
    bars = Bars(progress, {"a": 12, "b": 1})

    def shown() -> dict[str, tuple[float, float | None, str]]:
        visible = [task for task in progress.tasks if task.visible]
        return {task.description: (task.completed, task.total, task.fields["at"]) for task in visible}

    bars.hear(Waits("waiting for another judging to finish"))
    assert shown() == {"all": (0, 13, "waiting for another judging to finish")}
    for one in (Began("a"), Began("b"), FOLDER, GOOD, BAD):
        bars.hear(one)
    assert shown() == {"all": (3, 13, ""), "a": (2, 12, GOOD.what), "b": (1, 1, BAD.what)}
    bars.hear(Ended("b"))
    assert set(shown()) == {"all", "a"}


def test_all_of_a_bank_with_a_fault_in_it(judge: Judge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bank = tmp_path / "bank"
    write_folder(bank, "largest-gap")
    write_folder(bank, "an-unreadable-one", problem_yaml="title: [")
    monkeypatch.setenv("LANDAU_PROBLEMS", str(bank))
    apart = tmp_path / "apart" / "largest-gap" / "wrong"
    apart.mkdir(parents=True)
    (apart / "kept_apart.py").write_text("# Nothing has a gap.\n\n\ndef largest_gap(xs):\n    return 0\n")
    said = judge("problem", "check", "--all", "--fast", "--json", "-j", "2", "--also", str(tmp_path / "apart"))
    assert said.code == 1
    rows = said.json["rows"]
    assert [row["problem"] for row in rows] == ["an-unreadable-one", *["largest-gap"] * 13]
    assert [row["ok"] for row in rows] == [False, *[True] * 13]
    assert (rows[-1]["what"], rows[-1]["got"]) == ("wrong/kept_apart.py", "WA")
    late = judge("problem", "check", "--all", "--fast", "--minutes", "1e-9")
    assert "NOT PROVED, for lack of time: an-unreadable-one, largest-gap" in late.out
    assert "problem.yaml" in rows[0]["detail"]


def test_waiting_is_said_once_however_long_it_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    lines = Lines({"a": 1}, console())
    for why in ("measuring ..", "measuring ...", "waiting", "measuring ."):
        lines.hear(Waits(why))
    assert capsys.readouterr().out == "measuring\nwaiting\nmeasuring\n"


def test_what_was_right_only_at_the_second_try_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        CheckRow("a", "accepted/x.py", "AC", "AC", ok=True, first="TLE"),
        CheckRow("a", "accepted/y.py", "AC", "AC", ok=True),
    ]
    say_all(["a", "b"], rows)
    said = capsys.readouterr().out
    assert "1 of 2 problem(s), 2 proofs, 0 not as they should be, 1 only at the second try" in said
    assert said.count("only at the second try; at first: TLE") == 1


def test_the_problem_with_most_to_measure_is_begun_first(tmp_path: Path) -> None:
    source = "# Another.\ndef largest_gap(xs):\n    return 0\n"
    write_folder(tmp_path, "broken", cases_py="(")
    write_folder(tmp_path, "few")
    write_folder(tmp_path, "many", submissions__accepted__another_py=source)
    write_folder(tmp_path, "wrongs", submissions__wrong__b_py=source, submissions__wrong__c_py=source)
    assert dearest_first(Bank(tmp_path), ["broken", "few", "many", "wrongs"]) == ["many", "few", "wrongs", "broken"]
