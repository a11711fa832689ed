"""The corpus is what it says: every solution answers as its reference does, and has an argument for its label."""

from __future__ import annotations

import copy
import random
from typing import Any

import pytest

from benchmarks.growth.corpus import Drawn, Label, Solution, Task, tasks
from sandbox.guest import wire

ALL = list(tasks())


def answer(task: Task, solution: Solution, arguments: tuple[Any, ...]) -> Any:
    """Run here: the corpus is our own."""
    space: dict[str, Any] = {}
    exec(solution.source, space)
    return space[task.function](*copy.deepcopy(arguments))


@pytest.mark.parametrize("task", ALL, ids=lambda task: task.name)
def test_all_solutions_agree(task: Task) -> None:
    reference, *others = task.solutions
    for family in task.families:
        arguments = family.make(2 * family.smallest, random.Random(4))
        wanted = answer(task, reference, arguments)
        for other in others:
            found = answer(task, other, arguments)
            assert found == (pytest.approx(wanted) if isinstance(wanted, float) else wanted), other.name


@pytest.mark.parametrize("task", ALL, ids=lambda task: task.name)
def test_labels_are_argued_and_mixed(task: Task) -> None:
    assert task.solutions[0].label is Label.RIGHT
    assert Label.WORSE in {solution.label for solution in task.solutions}
    assert all(len(solution.why) >= len("all pairs") for solution in task.solutions)
    names = [solution.name for solution in task.solutions]
    assert len(set(names)) == len(names)


def test_it_is_large_enough() -> None:
    assert len(ALL) >= 10
    assert sum(len(task.solutions) for task in ALL) >= 40


def test_inputs_hang_on_the_secret_only() -> None:
    task = ALL[0]
    family = task.families[0].name
    first, again, other = (Drawn(task, secret).draw(family, 100, 0) for secret in (b"a", b"a", b"b"))
    assert first == again != other
    assert len(wire.decode(first)[0]) == 100
