"""The one interface through which untrusted code is run.

A backend (``sandbox.native``, later ``sandbox.docker``) turns a :class:`Task` into an :class:`Execution`. A task says
what to run and under which limits; an execution says what the parent saw. Nothing here trusts the code that was run.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import TracebackType
from typing import Literal, Protocol, Self

from sandbox.guest.wire import Attachment

MIB = 1024 * 1024


class Status(StrEnum):
    """How a run ended. Total: every run ends in exactly one of these."""

    OK = "ok"  # an answer arrived (a program: it exited with 0)
    EXCEPTION = "exception"  # the code raised; `message` holds the traceback of its own frames
    EXIT = "exit"  # it ended without an answer; see `exit_code`
    SIGNAL = "signal"  # a signal that the parent did not send ended it; see `signal` (SIGSYS: a forbidden system call)
    CPU_LIMIT = "cpu-limit"
    WALL_LIMIT = "wall-limit"
    MEMORY_LIMIT = "memory-limit"
    OUTPUT_LIMIT = "output-limit"
    PROBE_LIMIT = "probe-limit"  # it read more elements of a probe sequence than allowed
    BAD_ANSWER = "bad-answer"  # the answer cannot be carried (a generator, say) or breaks the wire's schema
    BUILD_ERROR = "build-error"  # the text is not a program; `message` says where
    FAULT = "fault"  # the sandbox itself failed; never the submission's fault


class Accounting(StrEnum):
    """Where the figures of an execution come from, best first."""

    CGROUP_V2 = "cgroup-v2"
    CGROUP_V1 = "cgroup-v1"
    SAMPLED = "sampled"  # no cgroup: process clocks, wait4 and samples of the process tree


@dataclass(frozen=True, slots=True)
class Limits:
    """What one run may use. Memory counts from the moment the cell is ready (runtime and input loaded)."""

    cpu_ns: int = 10_000_000_000
    wall_ns: int = 30_000_000_000
    memory_bytes: int = 256 * MIB
    output_bytes: int = 64 * MIB  # answer, and stdout of a program
    stdout_bytes: int = 64 * 1024  # what a function prints beside its answer; more is cut, not fatal
    processes: int = 16  # threads count too
    open_files: int = 64
    files_bytes: int = 16 * MIB  # the cell's own tmpfs; charged to memory as well
    probes: int | None = None


@dataclass(frozen=True, slots=True)
class Function:
    """Call one function. Input: a tuple of positional arguments. Answer: what it returns.

    many_calls: the input is a list of such tuples, each of which is called in turn in the one process; the answer is
    the list of what they returned, each encoded when it was returned.
    watched: the answer is (the answer's own message, [(call, argument, its message then)] for each argument that is not
    what it was before, names of the global random generators that were moved). Not for programs with a command.
    """

    name: str
    many_calls: bool = False
    watched: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """Drive one class. Input: a list of (method, args); the first entry is the class's name and its constructor's
    arguments. Answer: a list, one value per entry (None for the constructor)."""

    class_name: str


@dataclass(frozen=True, slots=True)
class Main:
    """Run as a program. Input: text for stdin (a str, or a Stream). Answer: what it wrote to stdout, a str."""


@dataclass(frozen=True, slots=True)
class Compile:
    """Only check that the text is a program: OK or BUILD_ERROR."""


@dataclass(frozen=True, slots=True)
class Build:
    """Run the program's command, such as a compiler, in /tmp. OK when it exits with 0 and left every file of `outputs`
    there: the answer is a dict of their names and contents, an output that ends in "/" standing for all regular files
    below that folder. Else BUILD_ERROR, with what the command printed."""

    outputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """Put the text of `main`, one SQL query, to tables that the engine holds before the measured span. Input: a tuple
    with one list of row tuples a table (``wire.encode_tables``); no attachments. Answer: (names of columns, rows).

    `tables`: (name, ((column, type), ...)); the types are INTEGER, DOUBLE, TEXT, DATE, TIMESTAMP and BOOLEAN. SQLite
    holds DATE and TIMESTAMP as ISO text, BOOLEAN as 0 and 1. The runtime must have the engine: "python-data"."""

    dialect: Literal["sqlite", "duckdb"]
    tables: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


Entry = Function | Script | Main | Compile | Build | Query


@dataclass(frozen=True, slots=True)
class Program:
    """What to run. `files` are laid in the cell's read-only folder /program.

    Without a `command`, `main` is Python text, which the warm guest loads; its folder is importable. With one, that is
    executed instead. In its arguments "{g++}" stands for the path of that program of the toolchain, "{memory_mb}" for
    the memory limit, "{heap_mb}" for that and what a driver holds of the decoded input; a brace is doubled. Such a
    program is ready just before the exec, which is charged to it, unless it is a `driver`: then the command speaks the
    guest's protocol on descriptor 3 and says itself when it is ready. Function and Script need a driver.
    """

    files: dict[str, bytes]
    main: str = "solution.py"
    runtime: str = "python"  # a name in sandbox.runtimes.RUNTIMES; of no account with a command
    command: tuple[str, ...] = ()
    driver: bool = False
    toolchain: str = ""  # a name in sandbox.toolchains.TOOLCHAINS: what the command's cell sees and needs
    owner: str = ""  # cells of two owners never share a container

    @classmethod
    def single(cls, source: str | bytes, runtime: str = "python") -> Program:
        data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
        return cls({"solution.py": data}, "solution.py", runtime)


@dataclass(frozen=True, slots=True)
class Task:
    """One run. `input` and `attachments` come from ``wire.encode_input``: streams, probe sequences and tapes
    inside the input stay with the parent, which feeds and answers them over pipes."""

    program: Program
    entry: Entry
    input: bytes
    limits: Limits = field(default_factory=Limits)
    attachments: tuple[Attachment, ...] = ()
    count_instructions: bool = False  # run cold under callgrind; CPU and memory limits are scaled by the backend


@dataclass(frozen=True, slots=True)
class Execution:
    """What the parent saw of one run."""

    status: Status
    cpu_ns: int = 0  # the measured span: from `go` to the end of the answer, all processes and threads of the cell
    wall_ns: int = 0  # the same span by the parent's clock
    memory_bytes: int = 0  # peak over what the ready cell held
    answer: bytes | None = None  # wire-encoded, only with OK
    stdout: bytes = b""  # cut at limits.stdout_bytes
    stderr: bytes = b""
    message: str = ""  # for people: a traceback, a compile error, why an answer cannot be carried
    exit_code: int | None = None
    signal: int | None = None
    probes: int = 0  # elements read from probe sequences and tapes, counted by the parent
    instructions: int | None = None  # in user mode, over the measured span; None where nothing counts them
    steps: int | None = None  # of SQLite's virtual machine, to the last hundred; also of a query that was stopped
    accounting: Accounting = Accounting.SAMPLED
    throttled_ns: int = 0  # time the cell was runnable but waited for a core, where the kernel tells; contention


@dataclass(frozen=True, slots=True)
class Strength:
    """What this backend enforces on this host."""

    backend: str
    accounting: Accounting
    strong: bool  # every point of the trust line is enforced
    weaknesses: tuple[str, ...] = ()  # one sentence each, for people
    counts_instructions: bool = False  # the processor counts them in every run: `Execution.instructions`


class SandboxError(Exception):
    """The sandbox cannot be set up on this host; the message says what to do."""


class Sandbox(Protocol):
    """Runs tasks, each in a fresh cell. Safe to use from several threads."""

    def run(self, task: Task) -> Execution:
        """Run one task to its end. Never raises for what the code does; FAULT says that the sandbox failed."""

    def strength(self) -> Strength: ...

    def close(self) -> None:
        """Kill every cell and zygote; remove what was made on the host."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
