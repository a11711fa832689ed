import json
from dataclasses import asdict
from pathlib import Path

import pytest

from judge.problem.bank import Bank
from judge.problem.loops import Loop, LoopEntry, loop_from, read_loops
from judge.talk import Card, Part

PROJECT = Path(__file__).parents[3]
GOOD = "title: A\nminutes: 60\nproblems:\n  - {slug: a-b, minutes: 20}\n  - {slug: c, minutes: 40}\n"
CARDS = """\
title: Talk
minutes: 3
parts:
  - {name: Situation, least: 10, most: 15}
  - {name: Action, least: 45, most: 70}
cards:
  - {principle: One, prompt: What?, seconds: 60}
  - {principle: Two, prompt: Why?, seconds: 120, follow_ups: [And then?]}
"""
CHAIN = "title: Day\nbreak_minutes: 15\nrounds:\n  - group/one\n  - talk\n"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return folder


def faults(folder: Path) -> str:
    return "\n".join(map(str, read_loops(folder).faults))


def test_the_shipped_loops_are_without_faults() -> None:
    loops = read_loops(PROJECT / "loops")
    assert loops.faults == ()
    assert set(loops.good) == {
        *(f"amazon-ds/{name}" for name in ("r2", "r3", "r5", "r6", "r7", "r7b", "r8")),
        *("stats-drill", "rag-onsite", "full-day"),
    }
    assert [(one.slug, one.minutes) for one in loops.good["amazon-ds/r7"].entries] == [
        ("rolling-average", 12),
        ("running-median", 20),
        ("trapped-water", 20),
    ]


def test_every_problem_of_a_shipped_loop_is_in_the_bank() -> None:
    loops, there = read_loops(PROJECT / "loops").good, set(Bank(PROJECT / "problems").slugs())
    assert {name: lacks for name, loop in loops.items() if (lacks := set(loop.slugs) - there)} == {}


def test_every_shipped_round_leaves_minutes_for_reading() -> None:
    for loop in read_loops(PROJECT / "loops").good.values():
        if loop.entries:
            assert sum(entry.minutes for entry in loop.entries) <= loop.minutes - 5, loop.id


def test_the_full_day_is_four_hours_and_three_breaks() -> None:
    day = read_loops(PROJECT / "loops").good["full-day"]
    assert (day.minutes, day.break_minutes, [each.minutes for each in day.rounds]) == (285, 15, [60] * 4)
    assert len(set(day.slugs)) == len(day.slugs) == 12


def test_the_shipped_cards_are_split_as_star_says() -> None:
    round_ = read_loops(PROJECT / "loops").good["amazon-ds/r8"]
    assert [(part.name, part.least_s, part.most_s) for part in round_.parts] == [
        ("Situation", 10, 15),
        ("Task", 10, 15),
        ("Action", 45, 70),
        ("Result", 15, 25),
        ("Learning", 10, 10),
    ]
    assert all(60 <= card.seconds <= 120 for card in round_.cards) and round_.slugs == ()


def test_a_loop_is_called_as_its_file(tmp_path: Path) -> None:
    write(tmp_path, "group/one.yaml", GOOD)
    made = Loop("group/one", "A", 60, (LoopEntry("a-b", 20), LoopEntry("c", 40)))
    assert read_loops(tmp_path).good == {"group/one": made}


def test_cards_have_parts(tmp_path: Path) -> None:
    write(tmp_path, "talk.yaml", CARDS)
    made = read_loops(tmp_path).good["talk"]
    assert made.parts == (Part("Situation", 10, 15), Part("Action", 45, 70))
    assert made.cards == (Card("One", "What?", 60), Card("Two", "Why?", 120, ("And then?",)))


def test_a_chain_is_its_rounds_and_the_breaks_between_them(tmp_path: Path) -> None:
    write(tmp_path, "group/one.yaml", GOOD)
    write(tmp_path, "talk.yaml", CARDS)
    write(tmp_path, "a-day.yaml", CHAIN)
    day = read_loops(tmp_path).good["a-day"]
    assert [each.id for each in day.rounds] == ["group/one", "talk"]
    assert day.minutes == 60 + 15 + 3
    assert day.slugs == ("a-b", "c")


def test_a_round_comes_back_from_json(tmp_path: Path) -> None:
    write(tmp_path, "one.yaml", GOOD)
    write(tmp_path, "talk.yaml", CARDS)
    for loop in read_loops(tmp_path).good.values():
        assert loop_from(json.loads(json.dumps(asdict(loop)))) == loop


def test_no_folder_no_loops(tmp_path: Path) -> None:
    assert read_loops(tmp_path / "none").good == {}


def test_a_file_that_changed_is_read_anew(tmp_path: Path) -> None:
    write(tmp_path, "one.yaml", GOOD)
    assert read_loops(tmp_path) is read_loops(tmp_path)
    write(tmp_path, "one.yaml", GOOD.replace("title: A", "title: Another"))
    assert read_loops(tmp_path).good["one"].title == "Another"
    (tmp_path / "one.yaml").unlink()
    assert read_loops(tmp_path).good == {}


def test_a_fault_leaves_the_other_loops(tmp_path: Path) -> None:
    write(tmp_path, "one.yaml", GOOD)
    write(tmp_path, "two.yaml", "- 1")
    loops = read_loops(tmp_path)
    assert list(loops.good) == ["one"]
    assert [str(fault) for fault in loops.faults] == [f"{tmp_path / 'two.yaml'}:1: must be a mapping (key: value)"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("minutes: 60", "minutes: 59", "x.yaml:2: minutes: the problems' minutes are 60 together, more than"),
        ("slug: c", "slug: a-b", "x.yaml:5: problems[1].slug: a problem is there twice"),
        ("slug: c", "slug: ../c", "x.yaml:5: problems[1].slug: "),
        ("title: A\n", "", "x.yaml:1: title: is missing"),
        ("minutes: 60\n", "", "x.yaml:1: minutes: is missing"),
        ("minutes: 40", "minute: 40", "x.yaml:5: problems[1].minute"),
        ("problems:", "problems: [", "x.yaml:4: not YAML: "),
        ("title: A", "break_minutes: 5\ntitle: A", "x.yaml:1: break_minutes: belongs to rounds; this loop has"),
        ("title: A", "rounds: [a, b]\ntitle: A", "x.yaml:1: a loop has one of problems, cards, rounds; this"),
        ("problems:", "parts:", "x.yaml:4: parts[0].name: is missing"),
    ],
)
def test_a_fault_has_file_line_and_key(tmp_path: Path, old: str, new: str, words: str) -> None:
    write(tmp_path, "x.yaml", GOOD.replace(old, new, 1))
    assert words in faults(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("minutes: 3", "minutes: 2", "x.yaml:2: minutes: the cards' seconds are 180 together, more than"),
        ("seconds: 120", "seconds: 121", "x.yaml:8: cards[1].seconds: Input should be less than or equal to 120"),
        ("seconds: 60", "seconds: 59", "x.yaml:7: cards[0].seconds: Input should be greater than or equal to 60"),
        ("least: 45", "least: 71", "x.yaml:5: parts[1].least: is 71, more than the most, 70"),
        ("Why?", "What?", "x.yaml:8: cards[1].prompt: a card is there twice"),
        ("prompt: Why?, ", "", "x.yaml:8: cards[1].prompt: is missing"),
        ("parts:", "rounds: [a, b]\n#", "x.yaml:"),
    ],
)
def test_a_fault_of_cards_has_file_line_and_key(tmp_path: Path, old: str, new: str, words: str) -> None:
    write(tmp_path, "x.yaml", CARDS.replace(old, new, 1))
    assert words in faults(tmp_path)


def test_cards_without_parts(tmp_path: Path) -> None:
    text = "\n".join(line for line in CARDS.splitlines() if "least" not in line and line != "parts:")
    assert "x.yaml:1: parts: is missing: the parts of an answer" in faults(write(tmp_path, "x.yaml", text))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("- talk", "- tale", "x.yaml:5: rounds[1]: there is no loop 'tale', or it has faults"),
        ("- talk", "- other-day", "x.yaml:5: rounds[1]: other-day is itself a chain of rounds"),
        ("- talk", "- group/one", "x.yaml:5: rounds[1]: a round is there twice"),
        ("- talk", "- like-one", "x.yaml:5: rounds[1]: a-b, c: already in an earlier round"),
        ("break_minutes: 15\n", "", "x.yaml:1: break_minutes: is missing"),
        ("break_minutes: 15", "break_minutes: 121", "x.yaml:2: break_minutes: Input should be less than"),
        ("title", "minutes: 9\ntitle", "x.yaml:1: minutes: belongs to problems or cards"),
        ("  - talk\n", "", "x.yaml:3: rounds: List should have at least 2 items"),
    ],
)
def test_a_fault_of_a_chain_has_file_line_and_key(tmp_path: Path, old: str, new: str, words: str) -> None:
    for name, text in (("group/one", GOOD), ("like-one", GOOD), ("talk", CARDS), ("other-day", CHAIN)):
        write(tmp_path, f"{name}.yaml", text)
    write(tmp_path, "x.yaml", CHAIN.replace(old, new, 1))
    assert words in faults(tmp_path)
    assert "x" not in read_loops(tmp_path).good
