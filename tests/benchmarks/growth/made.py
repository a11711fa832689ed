"""Judgements and tasks to test with."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.growth.corpus import Family, Kind, Label, Solution, Task
from benchmarks.growth.record import Judgement
from judge.report import FamilyGrowth, Outcome, Point, Resource, Role

SIZES = tuple(1000 * 2**step for step in range(9))


def family(
    outcome: Outcome,
    mine: Callable[[int], float],
    reference: Callable[[int], float] = lambda n: n * 1e-6,
    required: str = "n",
    censored: int | None = None,
    sizes: tuple[int, ...] = SIZES,
) -> FamilyGrowth:
    """Three runs a size of so many seconds, a little apart; `censored`: the size at which a limit stopped it."""
    points = []
    for n in sizes:
        for role, seconds in ((Role.REFERENCE, reference(n)), (Role.SUBMISSION, mine(n))):
            values = [round(seconds * 1e9 * more) for more in (1.02, 1.0, 1.01)]
            stopped = role is Role.SUBMISSION and n == censored
            points.append(Point(role=role, size=n, values=values, censored=stopped))
    return FamilyGrowth(family="random", resource=Resource.TIME, required=required, outcome=outcome, points=points)


def judged(
    label: Label,
    outcome: Outcome,
    mine: Callable[[int], float] = lambda n: n * 1e-6,
    name: str = "one",
    failure: str = "",
    verdict: str = "",
    busy: int = 0,
    repeat: int = 0,
    kind: Kind = Kind.PLAIN,
    censored: int | None = None,
) -> Judgement:
    return Judgement(
        "task",
        name,
        label,
        (family(outcome, mine, censored=censored),),
        1.5,
        failure,
        verdict,
        kind,
        repeat=repeat,
        busy=busy,
        key=f"task/{name}/{repeat}/{busy}/x",
    )


def solution(name: str, label: Label = Label.RIGHT, kind: Kind = Kind.PLAIN, source: str = "") -> Solution:
    return Solution(name, label, "because", source or f"def f(xs):\n    return {name!r}\n", kind)


def numbers(n: int, rng: random.Random) -> tuple[list[int]]:
    return ([rng.randrange(n) for _ in range(n)],)


def task(name: str, *solutions: Solution) -> Task:
    return Task(name, "f", "n", (Family("random", numbers, 100, 100_000),), solutions)
