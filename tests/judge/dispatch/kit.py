"""A judge to order: it says what it is told to, and can be held in the middle of its work."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from judge.problem.model import Problem
from judge.report import Decided, Event, Stage, Verdict
from sandbox.api import Execution, Sandbox, Status, Strength, Task
from tests.judge.practice_kit import make_report

PATIENCE_S = 120.0


class NoSandbox(Sandbox):
    """Runs nothing."""

    closed = False

    def run(self, task: Task) -> Execution:
        return Execution(Status.FAULT)

    def strength(self) -> Strength:
        raise NotImplementedError

    def close(self) -> None:
        self.closed = True

    def __enter__(self) -> NoSandbox:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class FakeJudge:
    """In place of ``evaluate``. `verdict` may be an exception to raise; `between` is called before the decision."""

    def __init__(self) -> None:
        self.verdict: Verdict | Exception | None = Verdict.AC
        self.between: Callable[[], None] = lambda: None
        self.calls: list[dict[str, Any]] = []

    def __call__(self, submitted: Any, problem: Problem, sandbox: Any, maker: Any, **options: Any) -> Iterator[Event]:
        self.calls.append({"source": submitted.source, "problem": problem.slug, **options})
        yield Stage(text="begun")
        self.between()
        if isinstance(self.verdict, Exception):
            raise self.verdict
        if self.verdict is not None:
            yield Decided(report=make_report(self.verdict, problem=problem.slug))


def wait_for(told: Callable[[], Any]) -> Any:
    """Until it tells something true; fails after a long time. For what other processes do."""
    until = time.monotonic() + PATIENCE_S
    while not (found := told()):
        assert time.monotonic() < until, "it never happened"
        time.sleep(0.02)
    return found


def lines(path: Path) -> list[str]:
    return path.read_text().splitlines() if path.exists() else []
