"""One run at one size: the same input to both roles, the answer checked every time."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Protocol, runtime_checkable

from judge.checkers import compare
from judge.problem.model import Problem
from judge.problem.task import task_for
from judge.report import Point, Resource, Role, Verdict
from judge.verdict import output_limit, verdict_of
from sandbox.api import MIB, Execution, Limits, Program, Sandbox, Status, Task

# Growth is not the place to fail for a constant factor of memory: the cases are.
MEMORY_FACTOR = 2
WALL_FACTOR = 4
WALL_FLOOR_NS = 3_000_000_000
LIMITED = frozenset({Status.CPU_LIMIT, Status.MEMORY_LIMIT, Status.PROBE_LIMIT})


class WrongAtSize(Exception):
    """The submission failed at a size of a growth family: it can not be said to grow as it may. `verdict` is what the
    failure is worth (WA, RTE, MLE, TLE ...; JE where the reference failed)."""

    def __init__(self, family: str, size: int, verdict: Verdict, message: str) -> None:
        super().__init__(f"{family}, n = {size:,}: {verdict} {message}")
        self.family = family
        self.size = size
        self.verdict = verdict
        self.message = message


class Maker(Protocol):
    """What growth needs of ``judge.problem.cases.CaseMaker``."""

    def draw(self, family: str, size: int, salt: int) -> bytes: ...


@runtime_checkable
class Remembers(Protocol):
    """A maker that keeps what was counted of the reference."""

    def counted(self, program: Program, input: bytes, count: Callable[[], int | None]) -> int | None: ...


@dataclass(slots=True)
class Series:
    """The runs of one role at one size."""

    cpu_ns: list[int] = field(default_factory=list)
    memory_bytes: list[int] = field(default_factory=list)
    probes: list[int] = field(default_factory=list)
    steps: list[int] = field(default_factory=list)  # of SQLite's virtual machine
    instructions: list[int] = field(default_factory=list)  # where the host counts them; else fewer than runs
    outliers_ns: list[int] = field(default_factory=list)  # of runs that a limit stopped where others ran through
    stopped: Status | None = None  # by a limit: figures are lower bounds

    def values(self, resource: Resource) -> list[int]:
        return {
            Resource.TIME: self.cpu_ns,
            Resource.MEMORY: self.memory_bytes,
            Resource.PROBES: self.probes,
            Resource.STEPS: self.steps,
        }[resource]


_STOPS = {
    Resource.TIME: Status.CPU_LIMIT,
    Resource.MEMORY: Status.MEMORY_LIMIT,
    Resource.PROBES: Status.PROBE_LIMIT,
    Resource.STEPS: Status.CPU_LIMIT,
}


class Recorder:
    """Runs both roles on one family and keeps what was seen."""

    def __init__(
        self, problem: Problem, family: str, submission: Program, reference: Program, maker: Maker, sandbox: Sandbox
    ) -> None:
        self.problem = problem
        self.family = family
        self.programs = {Role.SUBMISSION: submission, Role.REFERENCE: reference}
        self.maker = maker
        self.sandbox = sandbox
        self.series: dict[tuple[Role, int], Series] = {}
        self.spent_ns = 0
        self.runs = 0
        self._tasks: dict[int, Task] = {}
        self._inputs: dict[int, bytes] = {}
        self._expected: dict[int, bytes] = {}
        self._accepted: dict[int, bytes] = {}

    def run(self, role: Role, size: int, cpu_ns: int, probes: int | None = None) -> Series:
        """Run once, under a limit of `cpu_ns` CPU (and so many probes). Raises WrongAtSize."""
        execution = self.sandbox.run(self.task(role, size, cpu_ns, probes))
        self.spent_ns += execution.cpu_ns
        self.runs += 1
        series = self.series.setdefault((role, size), Series())
        if execution.status is Status.OK and execution.answer is not None:
            self._check(role, size, execution)
        elif execution.status not in LIMITED:
            self._fail(role, size, execution, cpu_ns)
        elif series.cpu_ns and series.stopped is None:
            # It ran through before: an outlier, not a bound, but not to be forgotten.
            series.outliers_ns.append(execution.cpu_ns)
            return series
        if execution.status in LIMITED:
            series.stopped = execution.status
        elif series.stopped is not None:
            self.series[role, size] = series = Series(outliers_ns=series.cpu_ns)
        series.cpu_ns.append(execution.cpu_ns)
        series.memory_bytes.append(execution.memory_bytes)
        series.probes.append(execution.probes)
        if execution.steps is not None:
            series.steps.append(execution.steps)
        if execution.instructions is not None:
            series.instructions.append(execution.instructions)
        return series

    def count_instructions(self, role: Role, size: int, cpu_ns: int) -> int | None:
        """Executed instructions of one cold run; None where the sandbox cannot count or the run did not end."""
        task = replace(self.task(role, size, cpu_ns, None), count_instructions=True)

        def count() -> int | None:
            execution = self.sandbox.run(task)
            return execution.instructions if execution.status is Status.OK else None

        if role is Role.REFERENCE and isinstance(self.maker, Remembers):
            return self.maker.counted(task.program, self._inputs[size], count)
        return count()

    def points(self, resource: Resource) -> list[Point]:
        """What was seen, by size, the reference first."""
        keys = sorted(self.series, key=lambda key: (key[1], key[0] is Role.SUBMISSION))
        found = (self.point(role, size, resource) for role, size in keys)
        return [point for point in found if point is not None]

    def counted(self) -> list[Point]:
        """Instructions of the same runs, from the processor's counter; empty unless every run has them."""
        if any(len(series.instructions) != len(series.cpu_ns) for series in self.series.values()):
            return []
        return [
            point.model_copy(update={"values": list(self.series[point.role, point.size].instructions)})
            for point in self.points(Resource.TIME)
        ]

    def point(self, role: Role, size: int, resource: Resource) -> Point | None:
        """None where another resource's limit stopped the runs: they say nothing of this one."""
        series = self.series[role, size]
        if series.stopped not in (None, _STOPS[resource]):
            return None
        values = list(series.values(resource))
        if resource is Resource.TIME:
            values += series.outliers_ns
        return Point(role=role, size=size, values=values, censored=series.stopped is not None)

    def fastest(self, role: Role, size: int) -> int:
        return min(self.series[role, size].cpu_ns)

    def stopped(self, role: Role, size: int) -> Status | None:
        return self.series[role, size].stopped

    def too_much_memory(self, size: int) -> WrongAtSize:
        limit = self._memory_limit() / MIB
        return WrongAtSize(self.family, size, Verdict.MLE, f"needed more than {limit:.0f} MB beyond runtime and input")

    def _memory_limit(self) -> int:
        return int(MEMORY_FACTOR * self.problem.spec.limits.memory_mb * MIB)

    def task(self, role: Role, size: int, cpu_ns: int, probes: int | None) -> Task:
        """One run of a role at a size, under these limits."""
        spec = self.problem.spec.limits
        expected = self._expected.get(size)  # where the reference ended at all, it came first
        limits = Limits(
            cpu_ns=cpu_ns,
            wall_ns=WALL_FACTOR * cpu_ns + WALL_FLOOR_NS,
            memory_bytes=self._memory_limit(),
            output_bytes=int(spec.output_mb * MIB) if expected is None else output_limit(spec, expected),
            processes=spec.processes,
            probes=probes,
        )
        if size not in self._tasks:
            self._inputs[size] = self.maker.draw(self.family, size, 0)
            self._tasks[size] = task_for(self.problem, self.programs[role], self._inputs[size], limits)
        return replace(self._tasks[size], program=self.programs[role], limits=limits)

    def _check(self, role: Role, size: int, execution: Execution) -> None:
        answer = execution.answer or b""
        if role is Role.REFERENCE:
            self._expected.setdefault(size, answer)
            return
        expected = self._expected[size]
        digest = hashlib.blake2b(answer).digest()
        if answer == expected or self._accepted.get(size) == digest:
            return
        wrong = compare(self.problem, self.sandbox, self._inputs[size], expected, answer, execution.probes)
        if wrong is not None:
            raise WrongAtSize(self.family, size, Verdict.WA, wrong)
        self._accepted[size] = digest

    def _fail(self, role: Role, size: int, execution: Execution, cpu_ns: int) -> None:
        limits = Limits(cpu_ns=cpu_ns, wall_ns=WALL_FACTOR * cpu_ns + WALL_FLOOR_NS)
        verdict, message = verdict_of(execution, None, limits)
        if role is Role.REFERENCE:
            verdict, message = Verdict.JE, f"the reference failed: {message or execution.status}"
        raise WrongAtSize(self.family, size, verdict, message)
