"""What the judge must know of a language."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from judge.problem.interface import Interface
from sandbox.api import MIB, Limits, Program, Task

# What making a program may cost: generous for a solution, little for a compile bomb.
BUILD_LIMITS = Limits(
    cpu_ns=10_000_000_000,
    wall_ns=30_000_000_000,
    memory_bytes=1024 * MIB,
    output_bytes=64 * MIB,
    processes=64,
    open_files=512,
    files_bytes=256 * MIB,
)
NO_INPUT = b"N"  # None, wire-encoded: what a build is given


class SyntaxFault(NamedTuple):
    line: int | None
    message: str


@dataclass(frozen=True, slots=True)
class SelfTest:
    """A program that tells whether the language works on this host: put to `input` (a tuple of arguments, a list of
    (method, arguments), or the text on stdin, as the interface says) it must give `answer`."""

    source: str
    interface: Interface
    input: Any
    answer: Any


@dataclass(frozen=True, slots=True)
class Plan:
    """How a submission becomes a program.

    build: the task that makes it, or says why it is none, under BUILD_LIMITS. None: nothing to do.
    run: from what was built (the files that the tasks' ``Build`` name) to the program that the cases run.
    driver: builds what surrounds the submission, of the judge's own files alone, so that it is the same for every
    submission to an interface and no submitted text can touch it. That it fails is the judge's fault.
    """

    build: Task | None
    run: Callable[[Mapping[str, bytes]], Program]
    driver: Task | None = None


def tables_alone(title: str) -> str:
    """Why a language called `title`, which is not SQL, cannot be used where the interface is."""
    return f"{title} is not for problems that are asked of tables; they are answered by a query, in SQL"


class Language(ABC):
    """One a file, listed in ``judge.languages``. What it says of itself is shown to people."""

    name: ClassVar[str]  # as people type it
    title: ClassVar[str]  # as people read it
    suffixes: ClassVar[tuple[str, ...]]  # of its files, the usual one first
    main: ClassVar[str]  # what a solution's file is called, "solution.py"
    toolchain: ClassVar[str] = ""  # a name in sandbox.toolchains; empty: what the judge itself brings is enough
    version_command: ClassVar[tuple[str, ...]] = ()  # a program of the toolchain with arguments: prints its version
    build_flags: ClassVar[tuple[str, ...]] = ()
    run_flags: ClassVar[tuple[str, ...]] = ()
    editor: ClassVar[str]  # which of the editor's modes suits it
    warms_up: ClassVar[bool] = False  # it is compiled while it runs: small inputs say little about large ones
    frees_at_once: ClassVar[bool] = False  # what is let go is free; where a collector decides, a peak says little
    counts_steps: ClassVar[bool] = False  # a run tells how many steps its virtual machine took
    self_test: ClassVar[SelfTest]

    @abstractmethod
    def cannot(self, interface: Interface) -> str | None:
        """Why a submission to this interface cannot be written in it, a sentence for people; None where it can."""

    @abstractmethod
    def plan(self, source: str, interface: Interface, runtime: str) -> Plan:
        """How to build and run `source`. `runtime`: the problem's, a name in sandbox.runtimes. Only for interfaces that
        it can."""

    @abstractmethod
    def starter(self, interface: Interface, docstring: str) -> str:
        """The text that a person begins with: the signature, `docstring` as a comment, and a body that fails."""

    def syntax_fault(self, source: str) -> SyntaxFault | None:
        """Why the text is not a program, found without running any of it; None where it is one, or where only its
        build can tell."""
        return None

    def defines(self, source: str, name: str) -> bool:
        """Whether the text (a program) has something of that name to call; True where only its build can tell."""
        return True
