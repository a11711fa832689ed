"""The native backend: namespaces, seccomp and cgroups of this host, used directly."""

from __future__ import annotations

import os
import secrets
import threading
from collections import Counter
from pathlib import Path

from sandbox import toolchains
from sandbox.api import Accounting, Execution, Program, Query, Sandbox, SandboxError, Status, Strength, Task
from sandbox.native import host, perf
from sandbox.native.callgrind import find_tool
from sandbox.native.cell import Cell, NotReady
from sandbox.native.cores import Cores, fastest, find_cores
from sandbox.native.layout import Counting
from sandbox.native.root import CLEAN_FLAGS, find_runner, plan_root
from sandbox.native.seccomp import build_filter
from sandbox.native.zygote import Gone, Slot, Zygote
from sandbox.runtimes import LAUNCHER, RUNTIMES

IDLE_SLOTS = 4  # kept warm for each kind
# Used in turn, so that one makes its next cell while another's runs; and not two, since submission and reference are
# measured in turn, too, and neither should always have the same slot.
TURNS = 3 if len(os.sched_getaffinity(0)) > 1 else 1

# A zygote's runtime, and the toolchain that its cells see.
Kind = tuple[str, str]
NO_TOOL = "counting instructions needs callgrind (on x86_64): run `apt install valgrind`"


class NativeSandbox(Sandbox):
    """See :class:`sandbox.api.Sandbox`. Open it after the last fork of the process that uses it.

    All cells of one sandbox hash strings with the same secret seed, drawn when it is opened: a reference and a
    submission meet the same order of a set, and nobody can know it before.
    """

    def __init__(self, runner: Path, ordinary_user: bool = False, hash_seed: int | None = None) -> None:
        """`ordinary_user`: do without privileges and cgroups even where there are some, as for an ordinary user.
        `hash_seed`: another sandbox's, whose cells are to hash strings as these do."""
        self._runner = find_runner(runner)
        self._tool = find_tool()
        self._event = perf.find()
        self._facts = host.ORDINARY if ordinary_user else host.look()
        self._groups = None if ordinary_user else host.find_groups()
        sampled = self._groups is None
        self._filters = build_filter(sampled=sampled), build_filter(executing=True, sampled=sampled)
        self._slots: Counter[Kind] = Counter()  # in use or idle
        cores = find_cores()
        self._cores = Cores(cores, fastest(cores))
        self._hash_seed = hash_seed or secrets.randbelow(2**32 - 1) + 1
        self._lock = threading.Lock()
        self._starting: dict[Kind, threading.Lock] = {}
        self._zygotes: dict[Kind, Zygote] = {}
        self._idle: dict[Kind, list[Slot]] = {}
        self._closed = False

    def run(self, task: Task) -> Execution:
        if task.count_instructions and self._tool is None:
            return Execution(Status.FAULT, message=NO_TOOL)
        if task.program.runtime not in RUNTIMES:
            return Execution(Status.FAULT, message=f"no runtime {task.program.runtime!r}; there are {sorted(RUNTIMES)}")
        if task.count_instructions and (task.program.command or isinstance(task.entry, Query)):
            return Execution(Status.FAULT, message="instructions are counted for Python only")
        try:
            return self._run(task)
        except (NotReady, Gone, SandboxError, OSError, ValueError) as error:
            return Execution(Status.FAULT, message=f"{type(error).__name__}: {error}")

    def _run(self, task: Task) -> Execution:
        """Once more in a fresh slot, should the first fail before submitted code was loaded."""
        kind = _kind(task.program)
        for last in (False, True):
            slot = self._take(kind, fresh=last)
            cell = Cell(slot, task, self._accounting, self._cores, self._counting(task), self._event)
            try:
                execution = cell.run()
            except NotReady:
                self._give_back(kind, slot)
                raise
            except BaseException as error:
                self._drop(kind, slot)
                if last or cell.went or not isinstance(error, Gone | OSError):
                    raise
            else:
                self._give_back(kind, slot)
                return execution
        raise AssertionError("unreachable")

    def _counting(self, task: Task) -> Counting | None:
        if not task.count_instructions or self._tool is None:
            return None
        return Counting(self._tool, [self._runner.executable, *CLEAN_FLAGS, "/guest/cold.py"])

    def strength(self) -> Strength:
        return host.strength(self._facts, self._accounting, self._event is not None)

    @property
    def _accounting(self) -> Accounting:
        return self._groups.accounting if self._groups is not None else Accounting.SAMPLED

    # ------------------------------------------------------------ slots

    def _take(self, kind: Kind, fresh: bool = False) -> Slot:
        with self._lock:
            if self._closed:
                raise SandboxError("the sandbox is closed")
            idle = self._idle.setdefault(kind, [])
            if idle and not fresh and self._slots[kind] >= TURNS:
                return idle.pop(0)
            self._slots[kind] += 1
            starting = self._starting.setdefault(kind, threading.Lock())
        try:
            return self._make_slot(kind, starting)
        except BaseException:
            with self._lock:
                self._slots[kind] -= 1
            raise

    def _make_slot(self, kind: Kind, starting: threading.Lock) -> Slot:
        with starting:
            zygote = self._zygotes.get(kind)
            if zygote is not None and zygote.process.poll() is not None:
                zygote.close()
                zygote = None
            if zygote is None:
                zygote = self._zygotes[kind] = self._start(kind)
        return zygote.slot()

    def _start(self, kind: Kind) -> Zygote:
        runtime, toolchain = kind
        found = toolchains.find(toolchain) if toolchain else None
        if found is not None:
            toolchains.read_ahead(found)
        root = plan_root(self._runner, tool=self._tool if runtime != LAUNCHER else None, found=found)
        user_namespace = self._facts.user_namespace
        return Zygote(
            RUNTIMES[runtime], self._runner, root, self._filters, self._groups, user_namespace, self._hash_seed
        )

    def _give_back(self, kind: Kind, slot: Slot) -> None:
        with self._lock:
            if not self._closed and len(self._idle[kind]) < IDLE_SLOTS:
                self._idle[kind].append(slot)
                return
        self._drop(kind, slot)

    def _drop(self, kind: Kind, slot: Slot) -> None:
        with self._lock:
            self._slots[kind] -= 1
        slot.close()

    def close(self) -> None:
        with self._lock:
            if self._closed:
                return
            self._closed = True
            slots = [slot for idle in self._idle.values() for slot in idle]
            self._idle.clear()
        for slot in slots:
            slot.close()
        for zygote in self._zygotes.values():
            zygote.close()
        if self._groups is not None:
            self._groups.close()


def _kind(program: Program) -> Kind:
    return (LAUNCHER, program.toolchain) if program.command else (program.runtime, "")
