"""A list as a multiset: the same values as often, in any order."""

from __future__ import annotations

from collections import Counter
from typing import Any

from judge.checkers.canonical import canonical
from judge.checkers.difference import Again, Difference, mistyped, shown
from judge.problem.checkerspec import UnorderedChecker


def difference(_spec: UnorderedChecker, expected: Any, answer: Any, _again: Again) -> Difference | None:
    if type(answer) is not type(expected) or type(answer) not in (list, tuple):
        return mistyped(expected, answer)
    wanted = Counter(map(canonical, expected))
    found = Counter(map(canonical, answer))
    if wanted == found:
        return None
    counts = f"{len(answer):,} values, expected {len(expected):,}" if len(answer) != len(expected) else "other values"
    for items, surplus, word in ((expected, wanted - found, "missing"), (answer, found - wanted, "not expected")):
        for item in items:
            often = surplus[canonical(item)]
            if often:
                times = f" ({often:,} times too few)" if word == "missing" and often > 1 else ""
                return Difference(f"{counts}: {shown(item)} is {word}{times}")
    return Difference(counts)
