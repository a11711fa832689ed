"""A real judgement keeps all that is needed to decide it again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.growth.corpus import Kind, Label, Solution, Task
from benchmarks.growth.measure import compared, judge_one, maker, why_not_here
from benchmarks.growth.record import Judgement
from benchmarks.growth.replay import again
from judge.report import Outcome, Role
from sandbox import open_sandbox
from sandbox.api import Sandbox
from tests.benchmarks.growth.made import solution, task

REFERENCE = solution("reference", source="def f(xs):\n    return sum(x * x for x in xs)\n")
SLICES = """
def f(xs):
    total = 0
    while xs:
        total += xs[0] * xs[0]
        xs = xs[1:]
    return total
"""
QUADRATIC = solution("slices", Label.WORSE, Kind.HIDDEN, SLICES)
BROKEN = solution(
    "broken", Label.WORSE, source="def f(xs):\n    return sum(x * x for x in xs[: 10**9 // (len(xs) < 500)])\n"
)
NO_PROGRAM = solution("none", source="def f(xs:\n")
TASK = task("squares", REFERENCE, QUADRATIC, BROKEN, NO_PROGRAM)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with open_sandbox() as opened:
        yield opened


def made(one: Solution, sandbox: Sandbox, folder: Path) -> Judgement:
    return judge_one(TASK, one, maker(TASK, b"seed", 0), sandbox, folder, repeat=3, busy=2)


def test_a_quadratic(sandbox: Sandbox, tmp_path: Path) -> None:
    found = made(QUADRATIC, sandbox, tmp_path)
    assert (found.outcome, found.kind, found.repeat, found.busy) == (Outcome.EXCEEDS, Kind.HIDDEN, 3, 2)
    (family,) = found.timed
    assert {point.role for point in family.points} == set(Role)
    assert all(point.values for point in family.points)
    assert found.cells_cpu_ns >= found.timed_cpu_ns > 0
    assert Judgement.of(found.plain()) == found
    assert again(found).after.outcome is Outcome.EXCEEDS


def test_a_failure_at_a_size(sandbox: Sandbox, tmp_path: Path) -> None:
    found = made(BROKEN, sandbox, tmp_path)
    assert found.verdict == "RTE"
    assert "random, n = " in found.failure
    assert found.rejected
    assert not found.faulty


def test_a_text_that_is_no_program_is_a_fault_of_the_corpus(sandbox: Sandbox, tmp_path: Path) -> None:
    found = made(NO_PROGRAM, sandbox, tmp_path)
    assert "none does not build" in found.failure
    assert found.faulty


def test_what_is_compared_with_what() -> None:
    first, second = (replace(solution(name), language="cpp") for name in ("one", "two"))
    both = Task("t", "f", "n", TASK.families, (REFERENCE, first, second))
    assert compared(both, QUADRATIC) == (REFERENCE, compared(TASK, REFERENCE)[1])
    assert compared(both, first)[0] == second
    assert not compared(both, first)[1].across
    alone = Task("t", "f", "n", TASK.families, (REFERENCE, first))
    assert compared(alone, first)[0] == REFERENCE
    assert compared(alone, first)[1].across


def test_a_language_that_is_not_here_is_told() -> None:
    assert not why_not_here(TASK, REFERENCE)
    assert "klingon" in why_not_here(TASK, replace(REFERENCE, language="klingon"))
