"""Solutions that the limits of the bank were not made with: each problem has some. `make check` judges them."""

from __future__ import annotations

from pathlib import Path

import pytest

from judge.problem.bank import Bank
from judge.problem.load import with_others
from judge.problem.model import Expected

ROOT = Path(__file__).parents[3]
CORPUS = ROOT / "tests" / "corpus"
BANK = Bank(ROOT / "problems")
FEWEST = 4


def test_it_speaks_of_problems_of_the_bank_alone() -> None:
    assert {path.name for path in CORPUS.iterdir()} == set(BANK.slugs())


@pytest.mark.parametrize("slug", BANK.slugs())
def test_each_problem_is_tried_on_what_it_was_not_made_with(slug: str) -> None:
    problem = BANK.get(slug)
    ours = {known.source.strip() for known in problem.known}
    others = with_others(problem, CORPUS).known[len(problem.known) :]
    assert len(others) >= FEWEST
    assert {known.expected for known in others} > {Expected.ACCEPTED}
    assert [known.name for known in others if known.source.strip() in ours] == []
