"""Loops on the command line: what is missing, chains with breaks, cards to talk about."""

from __future__ import annotations

from pathlib import Path

import pytest

from judge.cli.talklines import part_line, where
from judge.cli.terminal import ASCII, UNICODE
from judge.practice import Practice
from judge.problem.samples import SampleText
from judge.talk import Part, spans
from tests.judge.cli.conftest import Judge
from tests.judge.cli.pseudo_terminal import WITHIN_S, Terminal
from tests.judge.loops_kit import use_loops


@pytest.fixture(autouse=True)
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_loops(tmp_path, monkeypatch)
    monkeypatch.setattr(Practice, "samples", lambda self, slug: (SampleText("sample 1", "xs = [1]", "[1]", "why"),))


def test_a_loop_that_lacks_a_problem_says_which_and_the_others_start(judge: Judge) -> None:
    said = judge("session", "start")
    assert "lacking cannot be started: not-there-yet (not in the bank)" in said.out
    assert "2 cards to talk about, not judged" in said.out and "rounds one, two, talk, 10 min breaks" in said.out
    assert "broken.yaml:3: problem: is not known here" in said.err
    assert "loop lacking cannot be started: not-there-yet (not in the bank)" in judge("list").err
    assert judge("list", "--json").json["loops_lacking"] == {"lacking": {"not-there-yet": "not in the bank"}}
    assert "lacking" not in judge("list", "rolling").err
    said = judge("session", "start", "lacking")
    assert said.code == 2 and "not-there-yet (not in the bank)" in said.err and "Traceback" not in said.err
    said = judge("session", "start", "broken")
    assert said.code == 2 and "broken.yaml:3" in said.err
    assert not Path("lacking").exists() and not Path("broken").exists()
    assert judge("session", "start", "one").code == 0


def test_a_chain_begins_each_round_in_a_folder_of_its_own(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    said = judge("session", "start", "day")
    first = Path("day/1-one/1-rolling-average").resolve()
    assert "A day" in said.out and "runs" in said.out and "to come" in said.out
    assert said.code == 0 and f"first: cd {first}" in said.out and (first / "solution.py").exists()
    monkeypatch.chdir(first)
    assert judge("session", "next", "--json").json["problem"] == "rolling-average"
    said = judge("session", "finish")
    assert "a break: " in said.out and "left of 10:00; `judge session begin` begins round 2" in said.out
    assert not (first.parent.parent / "2-two").exists()
    for arguments in (("session", "next"), ("session", "finish"), ("show", "running-median")):
        refused = judge(*arguments)
        assert refused.code == 2 and "a break: " in refused.err and "median" not in refused.out, arguments
    assert judge("start", "running-median", "--folder", "x").code == 2
    status = judge("session", "status")
    assert "A day" in status.out and "over" in status.out and "to come" in status.out and "median" not in status.out
    assert judge("session", "status", "--json").json["chain"]["break"]["before"] == 2
    assert "a break: " in judge("status").out
    begun = judge("session", "begin", "--json").json
    assert begun["folder"] == str(first.parent.parent / "2-two")
    assert (Path(begun["folder"]) / "1-running-median/solution.py").exists()
    assert judge("session", "next", "--json").json["folder"] == str(Path(begun["folder"]) / "1-running-median")
    ended = judge("session", "finish", "--all", "--json").json
    assert [card["total"] for card in ended["scorecards"]] == [1, 1] and ended["running"] is None
    assert "not begun" in judge("session", "scorecard", "--all").out
    assert judge("session", "begin").code == 2


def test_begin_again_keeps_what_was_written(judge: Judge) -> None:
    judge("session", "start", "day")
    solution = Path("day/1-one/1-rolling-average/solution.py")
    solution.write_text("mine")
    assert judge("session", "begin").code == 0
    assert solution.read_text() == "mine"


def test_a_chain_whose_folder_is_elsewhere(judge: Judge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judge("session", "start", "day")
    judge("session", "finish")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    said = judge("session", "begin")
    assert said.code == 2 and "--folder" in said.err
    assert judge("session", "begin", "--folder", str(tmp_path / "work/day")).code == 0
    assert (tmp_path / "work/day/2-two/1-running-median/solution.py").exists()


def test_as_an_interview_a_round_is_not_begun_before_its_time(judge: Judge) -> None:
    judge("session", "start", "day", "--hard")
    judge("session", "finish")
    said = judge("session", "begin")
    assert said.code == 2 and "round 2 begins by itself" in said.err


def test_cards_are_told_and_noted_without_a_terminal(judge: Judge) -> None:
    said = judge("session", "start", "talk")
    assert "first: judge session talk" in said.out and not Path("talk").exists()
    assert judge("session", "next").out == "judge session talk 1\n"
    shown = judge("session", "talk").out
    assert "card 1 of 2: Care" in shown and "1:00 to answer" in shown and "Before" in shown
    assert judge("session", "talk", "2", "--start", "--json").json["running"]
    assert judge("session", "talk", "--json").json["card"] == 2  # the one that runs
    judge("session", "talk", "--note", "the figure first", "--stop")
    judge("session", "talk", "2", "--note", "shorter")
    told = judge("session", "talk", "2", "--json").json
    assert told["note"] == "the figure first\nshorter" and not told["running"] and len(told["takes_s"]) == 1
    assert told["judged"] is False
    assert judge("session", "next", "--json").json == {"card": 1, "cards": 2}
    assert judge("session", "talk", "3").code == 2
    card = judge("session", "finish").out
    assert "1 of 2 cards told" in card and "Nothing here is judged" in card and "the figure first" in card
    assert "AC" not in card and "accepted" not in card


def test_talk_wants_a_session_of_cards(judge: Judge) -> None:
    assert "no session runs" in judge("session", "talk").err
    judge("session", "start", "one")
    said = judge("session", "talk")
    assert said.code == 2 and "no cards" in said.err


def test_the_editor_changes_the_notes(judge: Judge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\necho from the editor >> $1\n")
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.delenv("VISUAL", raising=False)
    judge("session", "start", "talk")
    judge("session", "talk", "1", "--note", "before")
    assert judge("session", "talk", "1", "--edit", "--json").json["note"] == "before\nfrom the editor"


def test_the_timer_and_the_keys_on_a_terminal(judge: Judge, tmp_path: Path) -> None:
    judge("session", "start", "talk")
    person = Terminal(tmp_path, "session", "talk")
    try:
        assert "1:00 to answer" in person.wait_for("q quit")
        person.type(" ")
        person.wait_for("of 1:00   Before,")
        person.type(" ")
        person.wait_for("take 1:")
        person.type("n")
        person.wait_for("card 2 of 2: Speed")
        person.type("w")
        person.wait_for("note:")
        person.type("Say It First\n")
        person.wait_for("  Say It First")
        person.type(" ")
        person.wait_for("Before,")
        person.type("q")
        person.wait_for("Your notes are kept. The timer goes on.")
        assert person.process.wait(WITHIN_S) == 0
    finally:
        person.close()
    left = judge("session", "talk", "--json").json
    assert (left["card"], left["running"], left["note"]) == (2, True, "Say It First")


PARTS = spans(60, (Part("Situation", 20, 20), Part("Action", 40, 40)))


def test_the_line_of_a_part() -> None:
    first, second = PARTS
    assert part_line(first, 10, 60, True, ASCII) == "> Situation  ##########..........  20 s, to 0:20"
    assert part_line(first, 30, 60, True, ASCII) == "  Situation  ####################  20 s, to 0:20"
    assert part_line(second, 10, 60, False, UNICODE) == f"  Action     {'░' * 40}  40 s, to 1:00"


@pytest.mark.parametrize(
    ("elapsed", "words"),
    [(0, "Situation, 20 s left of it"), (20, "Action, 40 s left of it"), (72.5, "come to an end, 0:12 over")],
)
def test_where_one_is(elapsed: float, words: str) -> None:
    assert where(PARTS, elapsed) == words
