"""With which accepted submission one in another language is compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from judge.languages import language_for
from judge.problem.load import load_problem
from judge.problem.references import needs_no_packages, reference_for

BANK = Path(__file__).parents[3] / "problems"


@pytest.mark.parametrize("slug", ["rolling-average", "longest-unique-substring", "trapped-water"])
@pytest.mark.parametrize(
    ("name", "file", "run_as"),
    [
        ("python", "reference.py", "python"),
        ("cpp", "reference.cpp", "cpp"),
        ("java", "reference.java", "java"),
        ("javascript", "reference.js", "javascript"),
        ("typescript", "reference.js", "javascript"),  # the same engine runs both
        ("pypy", "reference.py", "pypy"),  # the same text
    ],
)
def test_the_bank_has_references_in_other_languages(slug: str, name: str, file: str, run_as: str) -> None:
    found = reference_for(load_problem(BANK / slug), language_for(name))
    assert found is not None
    assert (found.known.path.name, found.language.name) == (file, run_as)


def test_where_there_is_none_nothing_is_said_to_be_one() -> None:
    assert reference_for(load_problem(BANK / "trapped-water"), language_for("go")) is None


def test_what_needs_packages_is_no_reference_for_pypy() -> None:
    assert needs_no_packages("import heapq\nfrom collections import deque\n")
    assert not needs_no_packages("import heapq\nimport numpy as np\n")
