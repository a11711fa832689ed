"""A sandbox that runs nothing: what a run costs is said by a formula in the program's text."""

from __future__ import annotations

import math
import random
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from judge.problem.model import Problem, ProblemSpec
from sandbox.api import Accounting, Execution, Program, Status, Strength, Task
from sandbox.guest import wire


def problem(time: str = "n", space: str | None = None, measures: list[str] | None = None, **family: Any) -> Problem:
    spec = ProblemSpec.model_validate(
        {
            "title": "made up",
            "difficulty": "easy",
            "interface": {"kind": "function", "name": "f", "parameters": [], "returns": "int"},
            "checker": {"kind": "exact"},
            "growth": {
                "time": time,
                "space": space,
                "probes": "log n",
                "families": [
                    {"name": "random", "smallest": 500, "largest": 500_000, "measures": measures or ["time"], **family}
                ],
            },
        }
    )
    return Problem("made-up", Path(), spec, "", (), "", "", "", None, ())


class SizeMaker:
    """The input is its size."""

    secret = b"made up"

    def __init__(self) -> None:
        self.drawn: list[tuple[str, int, int]] = []

    def draw(self, family: str, size: int, salt: int) -> bytes:
        self.drawn.append((family, size, salt))
        return wire.encode((size,))


def program(
    cpu_ns: str = "3e5",
    memory: str = "0",
    probes: str = "0",
    answer: str = "n",
    status: str = "'ok'",
    counted: str | None = None,
) -> Program:
    """Formulas in n: "3e5 + 50 * n". `noisy` ones get noise; `status` may depend on n,
    anything on `chance`, between 0 and 1 and new in every run. `counted`: the instructions; by default as many as
    nanoseconds."""
    return Program.single(
        f"dict(cpu={cpu_ns}, memory={memory}, probes={probes}, answer={answer}, status={status}, "
        f"counted={counted or cpu_ns})"
    )


class FakeSandbox:
    def __init__(self, seed: int = 1, noise: float = 0.02, instructions: bool = False) -> None:
        self.rng = random.Random(seed)
        self.noise = noise
        self.instructions = instructions
        self.runs: list[tuple[str, int]] = []
        self.limits: list[tuple[int, int]] = []

    def run(self, task: Task) -> Execution:
        (n,) = wire.decode(task.input)
        source = task.program.files["solution.py"].decode()
        said = eval(source, {"n": n, "log2": math.log2, "chance": self.rng.random()})
        cost = {key: int(said[key]) for key in ("cpu", "memory", "probes")}
        if task.count_instructions:
            if not self.instructions:
                return Execution(Status.FAULT, message="cannot count")
            return Execution(Status.OK, instructions=int(said["counted"]) + 10**8, answer=wire.encode(said["answer"]))
        self.runs.append((source, n))
        self.limits.append((n, task.limits.cpu_ns))
        cpu = int(cost["cpu"] * math.exp(abs(self.rng.gauss(0, self.noise))))
        cap = task.limits.probes
        status = Status(said["status"])
        if cpu > task.limits.cpu_ns:
            status, cpu = Status.CPU_LIMIT, task.limits.cpu_ns
        elif cost["memory"] > task.limits.memory_bytes:
            status = Status.MEMORY_LIMIT
        elif cap is not None and cost["probes"] > cap:
            status, cost["probes"] = Status.PROBE_LIMIT, cap
        answer = wire.encode(said["answer"]) if status is Status.OK else None
        memory = min(cost["memory"], task.limits.memory_bytes)
        return Execution(status, cpu, cpu, memory, answer, probes=cost["probes"], message="ValueError: made up")

    def strength(self) -> Strength:
        return Strength("fake", Accounting.SAMPLED, False)

    def close(self) -> None: ...

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
