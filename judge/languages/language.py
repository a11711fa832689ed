"""What the judge must know of a language."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

if TYPE_CHECKING:
    from judge.problem.model import Problem
    from sandbox.api import Program


class SyntaxFault(NamedTuple):
    line: int | None
    message: str


@dataclass(frozen=True, slots=True)
class SelfTest:
    """A program that tells whether the language works on this host: `function(*arguments)` must give `answer`."""

    source: str
    function: str
    arguments: tuple[Any, ...]
    answer: Any


class Language(ABC):
    name: ClassVar[str]  # as people type it
    title: ClassVar[str]  # as people read it
    suffixes: ClassVar[tuple[str, ...]]
    self_test: ClassVar[SelfTest]

    @abstractmethod
    def program(self, source: str, problem: Problem) -> Program:
        """What the sandbox runs for a submission to `problem`."""

    @abstractmethod
    def syntax_fault(self, source: str) -> SyntaxFault | None:
        """Why the text is not a program, found without running any of it; None where it is one."""

    @abstractmethod
    def defines(self, source: str, name: str) -> bool:
        """Whether the text (a program) has something of that name to call."""
