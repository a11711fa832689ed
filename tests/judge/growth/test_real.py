"""Growth on the real sandbox: hidden quadratics, slow right ones, memory. Only ratios are judged, never a duration."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from benchmarks.growth.corpus import Label, Task, tasks
from benchmarks.growth.measure import judge_one, maker
from benchmarks.growth.record import Judgement
from judge.report import Outcome, Resource
from sandbox.api import Sandbox

pytestmark = pytest.mark.slow


@cache
def corpus() -> dict[str, Task]:
    return {task.name: task for task in tasks()}


def judged(box: Sandbox, builds: Path, task: str, solution: str) -> Judgement:
    one = corpus()[task]
    (wanted,) = (known for known in one.solutions if known.name == solution)
    return judge_one(one, wanted, maker(one, b"a test", 0), box, builds)


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
def test_labelled_solutions(box: Sandbox, tmp_path: Path, name: str) -> None:
    found = judged(box, tmp_path, *name.split("/"))
    assert not found.failure
    never = Outcome.WITHIN if found.label is Label.WORSE else Outcome.EXCEEDS
    assert found.outcome is not never
    if name in ("has-duplicate/list", "window-sums/slices"):  # as clear as can be on any machine
        assert found.outcome is Outcome.EXCEEDS


def test_memory_that_grows_is_told(box: Sandbox, tmp_path: Path) -> None:
    found = [judged(box, tmp_path, "spread", one.name) for one in corpus()["spread"].solutions]
    memory = {
        one.solution: next(f.outcome for f in one.families if f.resource is Resource.MEMORY)
        for one in found
        if not one.failure
    }
    assert memory["lists"] is Outcome.EXCEEDS
    assert Outcome.EXCEEDS not in {outcome for name, outcome in memory.items() if name != "lists"}
