"""One judgement of one solution on one family, as kept on disk and as replayed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from benchmarks.growth.corpus import Drawn, Label, Task
from judge.growth import Budget, WrongAtSize, measure_growth
from judge.report import FamilyGrowth, GrowthDecided, Outcome, Resource, Role
from sandbox.api import Program, Sandbox


@dataclass(frozen=True, slots=True)
class Judgement:
    """All families of one solution, judged once."""

    task: str
    solution: str
    label: Label
    families: tuple[FamilyGrowth, ...]
    seconds: float
    failure: str = ""

    @property
    def outcome(self) -> Outcome:
        found = {family.outcome for family in self.families}
        if Outcome.EXCEEDS in found:
            return Outcome.EXCEEDS
        return Outcome.WITHIN if found == {Outcome.WITHIN} else Outcome.INCONCLUSIVE

    @property
    def cpu_ns(self) -> int:
        """CPU time of all timed runs, both roles."""
        timed = (family for family in self.families if family.resource is Resource.TIME)
        return sum(sum(point.values) for family in timed for point in family.points)

    def rejected_by_limit(self, multiple: float) -> bool:
        """Whether a limit of `multiple` x the reference's best would have stopped the first run at the largest size."""
        for family in self.families:
            if family.resource is not Resource.TIME:
                continue
            mine = {p.size: p for p in family.points if p.role is Role.SUBMISSION and p.values}
            other = {p.size: min(p.values) for p in family.points if p.role is Role.REFERENCE and p.values}
            size = max(mine.keys() & other.keys(), default=None)
            if size is not None and (mine[size].censored or mine[size].values[0] > multiple * other[size]):
                return True
        return False

    def plain(self) -> dict[str, Any]:
        return {
            "task": self.task,
            "solution": self.solution,
            "label": str(self.label),
            "families": [family.model_dump(mode="json") for family in self.families],
            "seconds": self.seconds,
            "failure": self.failure,
        }

    @classmethod
    def of(cls, plain: dict[str, Any]) -> Judgement:
        families = tuple(FamilyGrowth.model_validate(one) for one in plain["families"])
        return cls(
            plain["task"], plain["solution"], Label(plain["label"]), families, plain["seconds"], plain["failure"]
        )


def judge(task: Task, sandbox: Sandbox, secret: bytes, budget: Budget, only: str = "") -> Iterator[Judgement]:
    """Every solution of a task once, the reference against itself first."""
    problem = task.problem()
    maker = Drawn(task, secret)
    reference = Program.single(task.solutions[0].source)
    for solution in task.solutions:
        if only not in f"{task.name}/{solution.name}":
            continue
        began, families, failure = perf_counter(), [], ""
        try:
            for event in measure_growth(problem, Program.single(solution.source), reference, maker, sandbox, budget):
                if isinstance(event, GrowthDecided):
                    families.append(event.growth)
        except WrongAtSize as wrong:
            failure = str(wrong)
        spent = perf_counter() - began
        yield Judgement(task.name, solution.name, solution.label, tuple(families), spent, failure)
