"""How often a known submission is judged as its folder says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.growth.corpus import Corpus, Kind, Label
from benchmarks.growth.folders import as_folder_says, folders_tables, known
from benchmarks.growth.record import Judgement
from benchmarks.growth.table import summary, tables
from judge.report import Outcome, Resource
from tests.benchmarks.growth.made import judged

WITHIN, EXCEEDS, OPEN = Outcome.WITHIN, Outcome.EXCEEDS, Outcome.INCONCLUSIVE


def bank(name: str, label: Label, outcome: Outcome, **more: object) -> Judgement:
    one = replace(judged(label, outcome, name=name), corpus=Corpus.BANK)
    return replace(one, **more)  # type: ignore[arg-type]


def by_memory(outcome: Outcome, **more: object) -> Judgement:
    one = bank("too_much_memory/a.py", Label.WORSE, outcome, kind=Kind.MEMORY, **more)
    families = [family.model_copy(update={"resource": Resource.MEMORY}) for family in one.families]
    return replace(one, families=tuple(families))


@pytest.mark.parametrize(
    ("one", "kept"),
    [
        (bank("accepted/a.py", Label.RIGHT, WITHIN), True),
        (bank("accepted/a.py", Label.RIGHT, OPEN), False),
        (bank("accepted/a.py", Label.RIGHT, WITHIN, failure="n = 8: TLE", verdict="TLE"), False),
        (bank("too_slow/a.py", Label.WORSE, EXCEEDS), True),
        (bank("too_slow/a.py", Label.WORSE, OPEN), False),
        (bank("too_slow/a.py", Label.WORSE, WITHIN, failure="n = 8: TLE", verdict="TLE"), True),
        (bank("too_slow/a.py", Label.WORSE, EXCEEDS, failure="n = 8: WA", verdict="WA"), False),
        (bank("too_slow/a.py", Label.WORSE, WITHIN, failure="n = 8: MLE", verdict="MLE"), False),
        (by_memory(EXCEEDS), True),
        (by_memory(WITHIN, failure="n = 8: MLE", verdict="MLE"), True),
        (by_memory(WITHIN, failure="n = 8: TLE", verdict="TLE"), False),
        (bank("too_much_memory/a.py", Label.WORSE, EXCEEDS, kind=Kind.MEMORY), False),  # by time only
    ],
)
def test_what_the_folder_says(one: Judgement, kept: bool) -> None:
    assert as_folder_says(one) is kept


def test_counted_by_submission() -> None:
    many = [
        *(bank("too_slow/a.py", Label.WORSE, EXCEEDS, repeat=n) for n in range(18)),
        bank("too_slow/a.py", Label.WORSE, OPEN, repeat=18),
        bank("too_slow/a.py", Label.WORSE, WITHIN, repeat=19, failure="n = 8: TLE", verdict="TLE"),
        *(bank("accepted/b.py", Label.RIGHT, WITHIN, repeat=n) for n in range(20)),
    ]
    right, trap = known(many)
    assert (right.name, right.asked, right.kept, right.of) == ("task/accepted/b.py", WITHIN, 20, 20)
    assert (trap.asked, trap.kept, trap.of) == (EXCEEDS, 19, 20)
    assert trap.said == "18 exceeds, 1 inconclusive, 1 failed: TLE"
    every, not_always = folders_tables(many)
    assert [row[-1] for row in every.rows] == ["20 of 20", "19 of 20"]
    assert every.title == "the bank: 1 of 2 submissions every time as the folder says"
    assert [row[0] for row in not_always.rows] == ["task/too_slow/a.py"]
    assert len(folders_tables(many[20:])) == 1
    assert folders_tables([]) == []


def test_only_the_bank_has_folders_and_only_several_corpora_are_compared() -> None:
    own, theirs = judged(Label.RIGHT, WITHIN), bank("accepted/b.py", Label.RIGHT, WITHIN)
    assert "folder" not in summary([own])
    assert "by corpus" not in summary([own]) + summary([theirs])
    both = {table.title: table for table in tables([own, theirs])}
    assert [row[:2] for row in both["growth, by corpus"].rows] == [("own", "1"), ("bank", "1")]
    (rows,) = (table.rows for title, table in both.items() if title.startswith("the bank: 1 of 1"))
    assert [row[0] for row in rows] == ["task/accepted/b.py"]
