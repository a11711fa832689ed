"""Growth on the real sandbox: hidden quadratics, slow right ones, memory. Only ratios are judged, never a duration."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from benchmarks.growth.corpus import Label, Task, tasks
from benchmarks.growth.record import judge
from judge.growth import Budget
from judge.report import Outcome, Resource
from sandbox import open_sandbox
from sandbox.api import Sandbox, SandboxError

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def box() -> Iterator[Sandbox]:
    try:
        made = open_sandbox()
    except SandboxError as error:
        pytest.skip(f"no sandbox on this machine: {error}")
    with made:
        yield made


@cache
def corpus() -> dict[str, Task]:
    return {task.name: task for task in tasks()}


@pytest.mark.parametrize(
    "name",
    [
        "has-duplicate/strings",  # right, many times slower
        "has-duplicate/list",  # a scan in C
        "reverse/insert",  # moves in C
        "window-sums/slices",
        "sort/merge_decimal",
        "sort/insertion",
    ],
)
def test_labelled_solutions(box: Sandbox, name: str) -> None:
    task = corpus()[name.split("/")[0]]
    (found,) = (one for one in judge(task, box, b"a test", Budget(), name) if f"{one.task}/{one.solution}" == name)
    assert not found.failure
    never = Outcome.WITHIN if found.label is Label.WORSE else Outcome.EXCEEDS
    assert found.outcome is not never
    if name in ("has-duplicate/list", "window-sums/slices"):  # as clear as can be on any machine
        assert found.outcome is Outcome.EXCEEDS


def test_memory_that_grows_is_told(box: Sandbox) -> None:
    kept = {one.solution: one for one in judge(corpus()["spread"], box, b"a test", Budget()) if not one.failure}
    memory = {
        name: next(f.outcome for f in one.families if f.resource is Resource.MEMORY) for name, one in kept.items()
    }
    assert memory["lists"] is Outcome.EXCEEDS
    assert Outcome.EXCEEDS not in {outcome for name, outcome in memory.items() if name != "lists"}
