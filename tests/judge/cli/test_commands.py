"""The commands over the real bank and a store of their own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from judge.cli.root import COMMANDS
from judge.home import problems_folder
from tests.judge.cli.conftest import Judge


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command_has_an_example(judge: Judge, command: str) -> None:
    said = judge(command, "--help")
    assert said.code == 0
    assert f"\n  judge {command}" in said.out


def test_help_tells_the_exit_codes(judge: Judge) -> None:
    assert "6  right, but its cost grows faster than required" in judge("--help").out


def test_list_finds_by_words_tags_and_status(judge: Judge) -> None:
    found = judge("list", "--json").json
    assert {"rolling-average", "running-median"} <= {one["slug"] for one in found["problems"]}
    assert [one["slug"] for one in judge("list", "rolling", "--json").json["problems"]] == ["rolling-average"]
    assert judge("list", "--status", "solved", "--json").json["problems"] == []
    assert "no problem fits" in judge("list", "--tag", "no-such-tag").err
    assert judge("list", "--hide-difficulty", "--json").json["problems"][0]["difficulty"] is None


def test_a_broken_folder_leaves_the_others(judge: Judge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bank = tmp_path / "problems"
    shutil.copytree(problems_folder() / "rolling-average", bank / "rolling-average")
    (bank / "broken").mkdir()
    (bank / "broken/problem.yaml").write_text("title: [\n")
    monkeypatch.setenv("LANDAU_PROBLEMS", str(bank))
    said = judge("list")
    assert said.code == 0 and "rolling-average" in said.out and "1 not loaded" in said.err
    said = judge("show", "broken")
    assert said.code == 7 and "problem.yaml:" in said.err and "Traceback" not in said.err
    said = judge("problem", "check", "broken", "--json")
    assert said.code == 1 and not said.json["ok"]


def test_an_unknown_problem_offers_close_names(judge: Judge) -> None:
    said = judge("show", "rolling-avrage")
    assert said.code == 2
    assert said.err.count("\n") == 1 and "did you mean rolling-average?" in said.err
    said = judge("show", "rolling-avrage", "--json")
    assert said.json["exit_code"] == 2 and "rolling-average" in said.json["error"]


def test_usage_errors_are_two(judge: Judge) -> None:
    assert judge("bogus").code == 2
    assert judge("start").code == 2
    assert judge("list", "--status", "bogus", "--json").json["exit_code"] == 2


def test_show_has_statement_interface_and_samples(judge: Judge) -> None:
    shown = judge("show", "rolling-average").out
    for part in ("# Rolling average", "def rolling_average(", "## Sample 1", "O(n)"):
        assert part in shown
    assert judge("show", "rolling-average", "--json").json["signature"].startswith("def rolling_average(")


def test_outside_a_folder_commands_ask_which_problem(judge: Judge) -> None:
    for command in ("show", "hint", "run", "submit", "watch"):
        said = judge(command)
        assert said.code == 2 and "judge " in said.err, command


def test_start_makes_a_folder_that_commands_know(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    said = judge("start", "rolling-average", "--minutes", "30")
    assert said.code == 0 and "left of 30:00" in said.out
    monkeypatch.chdir("rolling-average")
    status = judge("status", "--json").json
    assert status["attempt"]["problem"] == "rolling-average" and "left of 30:00" in status["attempt"]["clock"]
    assert "# Rolling average" in judge("show").out
    assert judge("history", "--json").json == []


def test_an_open_attempt_goes_on_and_again_starts_anew(judge: Judge) -> None:
    first = judge("start", "rolling-average", "--json").json
    assert judge("start", "rolling-average", "--json").json == {**first, "continued": True}
    again = judge("start", "rolling-average", "--again", "--json").json
    assert again["attempt"] != first["attempt"] and not again["continued"]
    Path("rolling-average/solution.py").write_text("mine\n")
    fresh = judge("start", "rolling-average", "--fresh", "--json").json
    assert Path(fresh["renamed"]).read_text() == "mine\n"


def test_start_refuses_a_folder_that_is_not_ours(judge: Judge) -> None:
    Path("rolling-average").mkdir()
    Path("rolling-average/thesis.tex").write_text("years of work")
    said = judge("start", "rolling-average")
    assert said.code == 2 and "--folder" in said.err
    assert [path.name for path in Path("rolling-average").iterdir()] == ["thesis.tex"]
    judge("start", "running-median")
    assert judge("start", "rolling-average", "--folder", "running-median").code == 2


def test_hints_come_one_by_one(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    judge("start", "rolling-average")
    monkeypatch.chdir("rolling-average")
    total = judge("hint", "--seen", "--json").json["total"]
    assert total >= 2
    for number in range(1, total + 1):
        assert len(judge("hint", "--json").json["shown"]) == number
    assert "no more hints" in judge("hint").out
    assert judge("status", "--json").json["attempt"]["hints_shown"] == total


def test_a_folder_of_another_home_says_so(judge: Judge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judge("start", "rolling-average")
    monkeypatch.chdir("rolling-average")
    monkeypatch.setenv("LANDAU_HOME", str(tmp_path / "other"))
    said = judge("run")
    assert said.code == 2 and "judge start rolling-average" in said.err


def test_a_session_from_start_to_scorecard(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    (loop,) = [one for one in judge("session", "start", "--json").json if one["id"] == "amazon-ds/r7"]
    assert loop["minutes"] == 60 and len(loop["problems"]) == 3
    assert judge("session", "status").code == 2
    started = judge("session", "start", "amazon-ds/r7", "--json").json
    folder = Path(started["folder"])
    assert [path.name for path in sorted(folder.iterdir()) if path.is_dir()] == [
        f"{number}-{slug}" for number, slug in enumerate(loop["problems"], 1)
    ]
    assert judge("session", "start", "amazon-ds/r7", "--folder", "second").code == 2  # one at a time
    monkeypatch.chdir(folder / f"1-{loop['problems'][0]}")
    after = judge("session", "next", "--json").json
    assert after["problem"] == loop["problems"][1] and Path(after["folder"]).is_dir()
    assert "left of 1:00:00" in judge("status").out
    card = judge("session", "finish", "--json").json
    assert card["total"] == 3 and card["accepted"] == 0
    assert "not tried" in judge("session", "scorecard").out
    assert judge("session", "start", "no/loop").code == 2


def test_a_home_that_cannot_be_made_is_the_judges_fault(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANDAU_HOME", "/proc/no/such")
    said = judge("list")
    assert said.code == 7 and "LANDAU_HOME" in said.err and "Traceback" not in said.err


def test_an_error_of_our_own_goes_to_the_log(judge: Judge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("this should not happen")

    monkeypatch.setattr("judge.cli.list.matches", broken)
    said = judge("list")
    log = tmp_path / "home/errors.log"
    assert said.code == 7 and str(log) in said.err and "Traceback" not in said.err
    assert "RuntimeError: this should not happen" in log.read_text()


def test_ctrl_c_is_130(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("judge.cli.list.matches", interrupted)
    assert judge("list").code == 130


def test_a_new_problem_has_blanks_that_check_names(
    judge: Judge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "problems").mkdir()
    monkeypatch.setenv("LANDAU_PROBLEMS", str(tmp_path / "problems"))
    assert judge("problem", "new", "two-sum").code == 0
    assert (tmp_path / "problems/two-sum/problem.yaml").exists()
    assert judge("problem", "new", "two-sum").code == 2
    assert judge("problem", "new", "Two Sum").code == 2
    assert judge("problem", "check", "two-sum").code == 1
    assert judge("problem", "check", "no-such").code == 2
    assert judge("problem", "check").code == 2
