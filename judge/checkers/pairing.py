"""Pairing points within a tolerance: as many as possible, by what is simplest for them. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import NamedTuple

from judge.checkers.floating import close

Numbers = tuple[float, ...]


class Tolerance(NamedTuple):
    """|answer - expected| <= max(relative * |expected|, absolute); relative < 1."""

    relative: float
    absolute: float

    def width(self, *numbers: float) -> float:
        return max(self.relative * max(map(abs, numbers)), self.absolute)

    def close(self, expected: float, answer: float) -> bool:
        return close(expected, answer, self.relative, self.absolute)


class Budget:
    """Of pairs that are looked at; below zero once it is spent."""

    def __init__(self, steps: int) -> None:
        self.steps = steps

    def spend(self, steps: int = 1) -> bool:
        self.steps -= steps
        return self.steps >= 0


def left_over(
    expected: list[Numbers], answer: list[Numbers], tolerance: Tolerance, budget: Budget
) -> tuple[list[int], list[int]]:
    """Places in a group that stay without a partner."""
    spread = [at for at in range(len(expected[0])) if not _all_close(expected, answer, at, tolerance)]
    if not spread:
        return list(range(len(answer), len(expected))), list(range(len(expected), len(answer)))
    if len(spread) == 1:
        partners = _along(expected, answer, spread[0], tolerance)
    else:
        partners = _matching(expected, answer, spread, tolerance, budget)
    taken = set(partners.values())
    return (
        [at for at in range(len(expected)) if at not in partners],
        [at for at in range(len(answer)) if at not in taken],
    )


def _all_close(expected: list[Numbers], answer: list[Numbers], at: int, tolerance: Tolerance) -> bool:
    """Whether each of one side is close to each of the other: their ends are."""
    ones = [numbers[at] for numbers in expected]
    others = [numbers[at] for numbers in answer]
    ends = (min(ones), max(ones)), (min(others), max(others))
    return all(tolerance.close(one, other) for one in ends[0] for other in ends[1])


def _along(expected: list[Numbers], answer: list[Numbers], column: int, tolerance: Tolerance) -> dict[int, int]:
    """Of one column the first that fits is the best: the intervals around the expected numbers rise at both ends."""
    others = sorted(range(len(answer)), key=lambda at: answer[at][column])
    partners: dict[int, int] = {}
    next_other = 0
    for one in sorted(range(len(expected)), key=lambda at: expected[at][column]):
        wanted = expected[one][column]
        while next_other < len(others):
            found = answer[others[next_other]][column]
            if tolerance.close(wanted, found):
                partners[one] = others[next_other]
                next_other += 1
                break
            if found > wanted:
                break
            next_other += 1
    return partners


def _matching(
    expected: list[Numbers], answer: list[Numbers], spread: list[int], tolerance: Tolerance, budget: Budget
) -> dict[int, int]:
    """A largest matching, by augmenting paths; what the budget does not reach stays unpaired."""
    first = max(spread, key=lambda at: max(row[at] for row in answer) - min(row[at] for row in answer))
    others = sorted(range(len(answer)), key=lambda at: answer[at][first])
    firsts = [answer[at][first] for at in others]
    known: dict[int, list[int]] = {}

    def fitting(one: int) -> list[int]:
        if one not in known:
            wanted = expected[one]
            known[one] = fit = []
            # Twice as wide, so that rounding at the ends leaves nothing out.
            width = 2 * tolerance.width(wanted[first])
            for place in range(bisect_left(firsts, wanted[first] - width), bisect_right(firsts, wanted[first] + width)):
                if not budget.spend():
                    break
                if all(tolerance.close(wanted[at], answer[others[place]][at]) for at in spread):
                    fit.append(others[place])
        return known[one]

    partners: dict[int, int] = {}
    owners: dict[int, int] = {}
    for one in sorted(range(len(expected)), key=lambda at: expected[at]):
        _augment(one, fitting, partners, owners, budget)
    return partners


def _augment(
    start: int,
    fitting: Callable[[int], list[int]],
    partners: dict[int, int],
    owners: dict[int, int],
    budget: Budget,
) -> None:
    """Pairs `start`, where moving others to other partners makes room for it (breadth first, so no recursion)."""
    came_from: dict[int, int] = {}
    queue = [start]
    for one in queue:
        for other in fitting(one):
            if other in came_from or not budget.spend():
                continue
            came_from[other] = one
            if other in owners:
                queue.append(owners[other])
                continue
            free: int | None = other
            while free is not None:
                taker = came_from[free]
                left = partners.get(taker)
                partners[taker], owners[free] = free, taker
                free = left
            return
