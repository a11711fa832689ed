"""Counting instructions: the tool, how the guest is started under it, and what it says at the end.

The count is exact and the same on a busy machine, but a run takes some fifty times as long. The guest switches counting
on at `go` and off after the answer. It does so by an instruction sequence that code in the same process could also use,
so a submission with machine code of its own can hide work from this count (not from the CPU clock).
"""

from __future__ import annotations

import platform
import re
from dataclasses import dataclass, replace
from pathlib import Path

from sandbox.api import MIB, Limits

FOLDERS = ("/usr/libexec/valgrind", "/usr/lib/valgrind", "/usr/lib/x86_64-linux-gnu/valgrind", "/usr/lib64/valgrind")
SLOWDOWN = 60
WALL_FACTOR = 4
EXTRA_MEMORY_BYTES = 1024 * MIB
RESERVED_FILES = 16  # descriptors that the tool keeps for itself
_COLLECTED = re.compile(rb"^==\d+== Collected : (\d+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Tool:
    """Where callgrind is installed."""

    folder: str
    program: str

    def command(self, log_fd: int, stack_bytes: int) -> list[str]:
        return [
            self.program,
            "--tool=callgrind",
            "--instr-atstart=no",
            "--callgrind-out-file=/dev/null",
            "--vgdb=no",
            f"--log-fd={log_fd}",
            f"--main-stacksize={stack_bytes}",
        ]

    def environment(self) -> dict[str, str]:
        # It refuses to run without its launcher's name; the launcher itself is not needed.
        return {"VALGRIND_LIB": self.folder, "VALGRIND_LAUNCHER": "/usr/bin/valgrind"}


def find_tool() -> Tool | None:
    """None where callgrind is not installed, or the guest does not know its requests (any but x86_64)."""
    if platform.machine() != "x86_64":
        return None
    for folder in FOLDERS:
        program = Path(folder, "callgrind-amd64-linux")
        if program.is_file():
            return Tool(folder, str(program))
    return None


def scaled(limits: Limits) -> Limits:
    """The limits of a counted run: room for the tool, and for its slowness."""
    return replace(
        limits,
        cpu_ns=limits.cpu_ns * SLOWDOWN,
        wall_ns=min(limits.wall_ns, WALL_FACTOR * limits.cpu_ns) * SLOWDOWN,  # who sleeps gains nothing
        memory_bytes=2 * limits.memory_bytes + EXTRA_MEMORY_BYTES,
        open_files=limits.open_files + RESERVED_FILES,
    )


def read_count(log: bytes) -> int | None:
    """The run's instructions, from the tool's whole log. None unless it says so exactly once: a second time is another
    process's, or a word of the submission."""
    counts = _COLLECTED.findall(log)
    return int(counts[0]) if len(counts) == 1 else None
