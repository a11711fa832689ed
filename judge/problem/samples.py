"""A problem's samples as text, for whoever shows them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from judge.problem.cases import CaseMaker
from judge.problem.interface import Interface, StdioInterface
from judge.problem.model import Problem
from judge.problem.text import format_answer, format_input
from sandbox import open_sandbox
from sandbox.api import Execution, Sandbox, Strength, Task
from sandbox.guest import wire

SAMPLE_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True)
class SampleText:
    name: str  # "sample 1"
    input: str  # as judge.problem.text reads it
    expected: str
    note: str  # markdown, may be empty


def sample_texts(problem: Problem, cache: Path, secret: bytes) -> tuple[SampleText, ...]:
    """The samples, from the cache; a sandbox is opened only where they are not in it. Raises SetterFault, and
    SandboxError where this host cannot open one."""
    interface = problem.spec.interface
    with _OnDemand() as sandbox:
        maker = CaseMaker(problem, sandbox, secret, cache)
        return tuple(
            SampleText(
                case.name,
                format_input(interface, wire.decode(case.input), SAMPLE_CHARACTERS),
                _answer_text(wire.decode(answer), interface),
                case.note,
            )
            for case, answer in zip(maker.samples(), maker.sample_answers(), strict=True)
        )


def _answer_text(answer: object, interface: Interface) -> str:
    """A program's output as it stands on the screen."""
    if isinstance(interface, StdioInterface) and isinstance(answer, str):
        return answer
    return format_answer(interface, answer, SAMPLE_CHARACTERS)


class _OnDemand(Sandbox):
    """A sandbox that is opened by the first task."""

    def __init__(self) -> None:
        self.opened: Sandbox | None = None

    def run(self, task: Task) -> Execution:
        return self._open().run(task)

    def strength(self) -> Strength:
        return self._open().strength()

    def close(self) -> None:
        if self.opened is not None:
            self.opened.close()
            self.opened = None

    def _open(self) -> Sandbox:
        self.opened = self.opened or open_sandbox()
        return self.opened
