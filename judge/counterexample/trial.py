"""Putting inputs to a submission within a budget: is it a legal one, and does the submission fail on it?"""

from __future__ import annotations

import time
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from judge.case_run import CaseRunner
from judge.problem.cache import Cache
from judge.problem.cases import CaseMaker, SetterFault
from judge.problem.model import Case, Problem
from judge.report import CaseFinished, Tier, Verdict
from sandbox.api import Program, Sandbox
from sandbox.guest import wire

SECOND_NS = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Budget:
    """What looking for a smaller input may cost in all: CPU of the submission and of the reference, time on the clock,
    and runs of the submission; and the CPU that one of them may take."""

    cpu_ns: int = 3 * SECOND_NS
    wall_ns: int = 8 * SECOND_NS
    runs: int = 200
    run_cpu_s: float = 0.5


class Trials:
    """Each input is put to the submission once. `verdict`: the failure that is looked for; others are another story."""

    def __init__(
        self,
        problem: Problem,
        program: Program,
        sandbox: Sandbox,
        maker: CaseMaker,
        verdict: Verdict,
        budget: Budget,
        clock: Callable[[], int] = time.monotonic_ns,
    ) -> None:
        self.drawing = maker
        self.maker = copy(maker)
        self.maker.cache = _Memory(maker.cache)
        self.runner = CaseRunner(_hurried(problem, budget.run_cpu_s), program, sandbox, self.maker, reveal=True)
        self.verdict = verdict
        self.budget = budget
        self.clock = clock
        self.started_ns = clock()
        self.runs = self.cpu_ns = 0
        self._known: dict[bytes, CaseFinished | None] = {}

    def spent(self, share: float = 1.0) -> bool:
        """Whether so much of the budget is gone."""
        budget = self.budget
        return (
            self.runs >= share * budget.runs
            or self.cpu_ns >= share * budget.cpu_ns
            or self.clock() - self.started_ns >= share * budget.wall_ns
        )

    def draw(self, family: str, size: int, salt: int) -> bytes | None:
        """An input; None where the family makes none of that size."""
        try:
            return self.drawing.draw(family, size, salt)
        except SetterFault:
            return None

    def failure(self, value: Any) -> CaseFinished | None:
        """How the submission fails on it; None where it does not, and where the input is no legal one."""
        try:
            input = wire.encode(value)
        except wire.WireError:
            return None
        if input not in self._known:
            finished = self._tried(input) if self._legal(input) else None
            self._known[input] = finished if finished and finished.verdict is self.verdict else None
        return self._known[input]

    def once_more(self, value: Any) -> CaseFinished:
        """The same again, whatever is known and spent."""
        return self._tried(wire.encode(value))

    def _legal(self, input: bytes) -> bool:
        """The problem's own code meets inputs here that nobody meant: where it fails, the input is not one of it."""
        try:
            if self.maker.validate(input) is not None:
                return False
            self.cpu_ns += self.maker.expected(input).cpu_ns
        except SetterFault:
            return False
        return True

    def _tried(self, input: bytes) -> CaseFinished:
        case = Case(Tier.OWN, "smaller", input, visible=True)
        self.runs += 1
        finished = self.runner.run(case, 0, 1)
        self.cpu_ns += finished.cpu_ns
        return finished


def _hurried(problem: Problem, cpu_s: float) -> Problem:
    """The problem with a time limit for small inputs."""
    limits = problem.spec.limits
    seconds = min(cpu_s, limits.cpu_s)
    tighter = limits.model_copy(update={"cpu_s": seconds, "cpu_floor_s": min(seconds, limits.cpu_floor_s)})
    return replace(problem, spec=problem.spec.model_copy(update={"limits": tighter}))


class _Memory(Cache):
    """In front of a cache: what is read there is used, but a hundred inputs in passing are not worth a file each."""

    def __init__(self, behind: Cache) -> None:
        super().__init__(Path(behind.folder))
        self._values: dict[str, Any] = {}

    def get(self, key: str) -> Any:
        return self._values[key] if key in self._values else super().get(key)

    def put(self, key: str, value: Any) -> None:
        self._values[key] = value
