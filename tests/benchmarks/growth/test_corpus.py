"""The corpus is what it says: every solution answers as its reference does, and has an argument for its label."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from benchmarks.growth.corpus import Drawn, Kind, Label, Task, tasks
from benchmarks.growth.measure import build, why_not_here
from judge.growth.runs import Recorder, WrongAtSize
from judge.report import Role
from sandbox import open_sandbox
from sandbox.api import Sandbox
from sandbox.guest import wire

ALL = list(tasks())
CPU_NS = 20_000_000_000


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with open_sandbox() as opened:
        yield opened


@pytest.mark.parametrize("task", ALL, ids=lambda task: task.name)
def test_all_solutions_agree(task: Task, sandbox: Sandbox, tmp_path: Path) -> None:
    """As a checker of the task's kind sees it; Recorder raises where one does not."""
    problem = task.problem()
    reference = build(problem, task.solutions[0], sandbox, tmp_path)
    for solution in task.solutions:
        if why_not_here(task, solution):
            continue
        program = build(problem, solution, sandbox, tmp_path)
        for family in task.families:
            recorder = Recorder(problem, family.name, program, reference, Drawn(task, b"agree"), sandbox)
            size = min(2 * family.smallest, family.largest)
            recorder.run(Role.REFERENCE, size, CPU_NS)
            # The sandbox may forbid what an evader tries; it is not accepted then.
            with suppress(*([WrongAtSize] if solution.kind is Kind.EVADER else [])):
                seen = recorder.run(Role.SUBMISSION, size, CPU_NS)
                assert seen.stopped is None, f"{solution.name}, {family.name}"


@pytest.mark.parametrize("task", ALL, ids=lambda task: task.name)
def test_labels_are_argued_and_mixed(task: Task) -> None:
    assert task.solutions[0].label is Label.RIGHT
    assert Label.WORSE in {solution.label for solution in task.solutions}
    assert all(len(solution.why) >= len("all pairs") for solution in task.solutions)
    names = [solution.name for solution in task.solutions]
    assert len(set(names)) == len(names)


def test_names_tell_tasks_apart() -> None:
    names = [task.name for task in ALL]
    assert len(set(names)) == len(names)


def test_it_is_large_enough() -> None:
    assert len(ALL) >= 60
    assert sum(len(task.solutions) for task in ALL) >= 300


def test_inputs_hang_on_the_secret_only() -> None:
    task = ALL[0]
    family = task.families[0].name
    first, again, other = (Drawn(task, secret).draw(family, 100, 0) for secret in (b"a", b"a", b"b"))
    assert first == again != other
    assert len(wire.decode(first)[0]) == 100
