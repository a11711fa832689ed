"""What the kernel tells of processes, by /proc and clocks, and how to end many of them."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path

import psutil

PAGE = os.sysconf("SC_PAGE_SIZE")
TICKS = os.sysconf("SC_CLK_TCK")
IMPATIENCE, PATIENCE = 20, 70  # looks at a process that is about to sleep
KILL_ROUNDS = 8  # each finds what was forked during the one before


def kill_all(look: Callable[[], list[int]]) -> None:
    """SIGKILL to all that `look` finds, until it finds nobody new. A number that was given to somebody else in between
    is not looked up again under it."""
    done: set[int] = set()
    for _ in range(KILL_ROUNDS):
        with ExitStack() as stack:
            held = {}
            for pid in set(look()) - done:
                with suppress(OSError):
                    held[pid] = os.pidfd_open(pid)
                    stack.callback(os.close, held[pid])
            for pid in held.keys() & set(look()):
                with suppress(OSError):
                    signal.pidfd_send_signal(held[pid], signal.SIGKILL)
            done |= held.keys()
        if not held:
            return


def await_sleep(pid: int) -> None:
    """Wait, at most some milliseconds, until the process's main thread sleeps. The kernel books the time of what runs
    at each tick, of what goes to sleep at once."""
    for attempt in range(PATIENCE):
        try:
            if read(f"/proc/{pid}/stat").rpartition(b")")[2][1:2] != b"R":
                return
        except OSError:
            return
        if attempt < IMPATIENCE:
            os.sched_yield()  # it is some microseconds away; a timer takes many times as long
        else:
            time.sleep(20e-6)


def process_cpu_ns(pid: int) -> int:
    """CPU time of all threads of one process, those that ended included. 0 when it is gone."""
    try:
        return time.clock_gettime_ns((~pid << 3) | 2)
    except OSError:
        return 0


def waited_ns(pid: int) -> int:
    """Time the main thread was runnable but had no core; 0 where the kernel does not tell."""
    try:
        return int(read(f"/proc/{pid}/schedstat").split()[1])
    except (OSError, IndexError, ValueError):
        return 0


def read(path: str) -> bytes:
    """The start of a file of /proc, in one call: such files are small, and change between two."""
    fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return os.read(fd, 1 << 16)
    finally:
        os.close(fd)


def write(path: str, data: bytes) -> None:
    fd = os.open(path, os.O_WRONLY | os.O_CLOEXEC)
    try:
        os.write(fd, data)
    finally:
        os.close(fd)


def resident_bytes(pid: int) -> int:
    return int(read(f"/proc/{pid}/statm").split()[1]) * PAGE


def high_water(pid: int) -> int:
    for line in read(f"/proc/{pid}/status").splitlines():
        if line.startswith(b"VmHWM:"):
            return int(line.split()[1]) * 1024
    raise ValueError("no high-water mark")


def cpu_with_reaped(pid: int) -> int:
    """Its own time, and that of its children that ended (in ticks: the kernel keeps no finer figure)."""
    with suppress(OSError, IndexError, ValueError):
        fields = read(f"/proc/{pid}/stat").rpartition(b")")[2].split()
        return process_cpu_ns(pid) + (int(fields[13]) + int(fields[14])) * 1_000_000_000 // TICKS
    return process_cpu_ns(pid)


def tree(pid: int) -> list[int]:
    """`pid` and all its descendants; in a pid namespace of its own nothing can leave this tree."""
    if not _HAS_CHILDREN_FILES:
        with suppress(psutil.Error):
            return [pid, *(child.pid for child in psutil.Process(pid).children(recursive=True))]
        return [pid]
    found = [pid]
    for parent in found:
        with suppress(OSError):
            for thread in Path(f"/proc/{parent}/task").iterdir():
                found += map(int, read(f"{thread}/children").split())
    return found


def executable(pid: int) -> str | None:
    try:
        return str(Path(f"/proc/{pid}/exe").readlink())
    except OSError:
        return None


def child_of(pid: int) -> int:
    """The one child of a cell's first process."""
    found = tree(pid)
    if len(found) < 2:
        raise ProcessLookupError("the command is gone already")
    return found[1]


def tasks(pid: int, enough: int) -> int:
    """Processes and threads of the tree; stops counting when there are more than `enough`."""
    waiting, count = [pid], 0
    while waiting and count + len(waiting) <= enough:
        parent = waiting.pop()
        with suppress(OSError):
            for thread in Path(f"/proc/{parent}/task").iterdir():
                count += 1
                if _HAS_CHILDREN_FILES:
                    waiting += map(int, read(f"{thread}/children").split())
    return count + len(waiting)


_HAS_CHILDREN_FILES = Path(f"/proc/self/task/{os.getpid()}/children").exists()
