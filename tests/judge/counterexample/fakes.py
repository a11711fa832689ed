"""A problem, its cases and a sandbox of plain Python functions: nothing is run in a cell."""

from __future__ import annotations

import random
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from judge.problem.cache import Cache
from judge.problem.model import ExpectedAnswer, Problem, ProblemSpec
from judge.problem.setter import SetterFault
from sandbox.api import Accounting, Execution, Program, Status, Strength, Task
from sandbox.guest import wire

PROGRAM = Program.single("")


def problem() -> Problem:
    spec = ProblemSpec.model_validate(
        {
            "title": "made up",
            "difficulty": "easy",
            "interface": {
                "kind": "function",
                "name": "f",
                "parameters": [{"name": "xs", "type": "list[int]"}],
                "returns": "int",
            },
            "checker": {"kind": "exact"},
            "growth": {"time": "n", "families": [{"name": "random"}, {"name": "falling"}]},
        }
    )
    return Problem("made-up", Path(), spec, "", (), "", "", "", None, ())


@dataclass
class Maker:
    """What the shrinker asks of a CaseMaker. `answer` is the reference, `legal` the validator."""

    folder: Path
    answer: Callable[..., Any] = sum
    legal: Callable[[list[int]], bool] = lambda xs: True
    smallest: int = 1  # the families make nothing below
    drawn: list[tuple[str, int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.cache = Cache(self.folder)

    def draw(self, family: str, size: int, salt: int) -> bytes:
        if size < self.smallest:
            raise SetterFault("cases.py", "too small")
        self.drawn.append((family, size, salt))
        rng = random.Random(f"{family} {size} {salt}")
        xs = [rng.randint(-50, 50) for _ in range(size)]
        return wire.encode((sorted(xs, reverse=True) if family == "falling" else xs,))

    def validate(self, input: bytes) -> str | None:
        (xs,) = wire.decode(input)
        return None if self.legal(xs) else "not legal"

    def expected(self, input: bytes) -> ExpectedAnswer:
        try:
            answer = self.answer(*wire.decode(input))
        except Exception as error:
            raise SetterFault("the reference", str(error)) from None
        return ExpectedAnswer(wire.encode(answer), 1_000_000, 0, 0)


class Box:
    """Runs a Python function for the submission; each run costs `cpu_ns`."""

    def __init__(self, submission: Callable[..., Any], cpu_ns: int = 1_000_000) -> None:
        self.submission = submission
        self.cpu_ns = cpu_ns
        self.runs: list[Any] = []

    def run(self, task: Task) -> Execution:
        arguments = wire.decode(task.input)
        self.runs.append(arguments[0])
        if self.cpu_ns > task.limits.cpu_ns:
            return Execution(Status.CPU_LIMIT, cpu_ns=task.limits.cpu_ns)
        try:
            answer = self.submission(*arguments)
        except Exception:
            return Execution(Status.EXCEPTION, cpu_ns=self.cpu_ns, message=traceback.format_exc())
        return Execution(Status.OK, cpu_ns=self.cpu_ns, answer=wire.encode(answer))

    def strength(self) -> Strength:
        return Strength("fake", Accounting.SAMPLED, strong=False)

    def close(self) -> None: ...

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
