"""Worse solutions of the growth corpus that say which line is to blame: for four of five at least it is found."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator

import pytest

from benchmarks.growth.corpus import Drawn, Kind, Label, Solution, Task, tasks
from judge.growth.blame import Blame
from judge.growth.runs import WrongAtSize
from judge.report import Resource
from sandbox.api import Program, Sandbox
from tests.judge.growth.blame.lines import line_of, near

SHARE = 0.8
SAMPLE = int(os.environ.get("LANDAU_CORPUS_LINES", "16"))  # of them, the same ones each time; all take long
# Another line that is as right as the one that the corpus names.
ALSO = {("tellers", "insort"): "free.pop(0)"}  # each moves the tellers


def _named() -> list[tuple[Task, Solution]]:
    return [
        (task, solution)
        for task in tasks()
        for solution in task.solutions
        if solution.label is Label.WORSE
        and solution.blame
        and solution.language == "python"
        # Who lies to the judge lies to the tracer.
        and solution.kind is not Kind.EVADER
    ]


def test_a_named_line_is_one_of_its_solution() -> None:
    absent = [f"{t.name}/{s.name}: {s.blame}" for t, s in _named() if s.blame not in s.source]
    assert not absent


@pytest.mark.slow
def test_four_of_five_worse_solutions_are_blamed_on_the_right_line(box: Sandbox) -> None:
    named = _named()
    chosen = random.Random(4).sample(named, min(SAMPLE, len(named)))
    wrong = []
    for task, solution in chosen:
        blames = list(_blames(task, solution, box)) or list(_blames(task, solution, box))  # a busy host may see nothing
        if not any(_right(task, solution, blame) for blame in blames):
            said = "; ".join(blame.sentence() for blame in blames) or "none"
            wrong.append(f"{task.name}/{solution.name}: wanted {solution.blame!r}, {said}")
    share = 1 - len(wrong) / len(chosen)
    print(f"{share:.0%} of {len(chosen)} solutions; wrong:", *wrong, sep="\n")
    assert share >= SHARE, wrong


def _right(task: Task, solution: Solution, blame: Blame) -> bool:
    lines = [solution.blame, ALSO.get((task.name, solution.name), solution.blame)]
    return any(near(solution.source, blame, line) for line in lines)


def _blames(task: Task, solution: Solution, box: Sandbox) -> Iterator[Blame]:
    """Of each family one, until the right one came."""
    resources = [Resource.TIME, Resource.MEMORY] if task.space else [Resource.TIME]
    reference = Program.single(task.solutions[0].source, task.runtime)
    program = Program.single(solution.source, task.runtime)
    for family in task.families:
        for resource in resources:
            try:
                maker = Drawn(task, b"lines")
                blame = line_of(task.problem(), program, reference, maker, box, family.name, resource)
            except WrongAtSize:
                continue
            if blame is not None:
                yield blame
                if _right(task, solution, blame):
                    return
