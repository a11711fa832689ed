"""Which core a cell runs on: cells side by side do not share one while another is free.

A core is a physical one, with all its hardware threads: two cells on two threads of one core would slow each other
down by a third and more, and the CPU clock would count it.
"""

from __future__ import annotations

import os
import random
import socket
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

Core = frozenset[int]
_FASTEST = "/sys/devices/system/cpu/cpu{}/cpufreq/cpuinfo_max_freq"
_SIBLINGS = "/sys/devices/system/cpu/cpu{}/topology/thread_siblings_list"


class Cores:
    """Shared by all cells of a sandbox; safe to use from several threads.

    One core is its home: cells that run one after the other all run there, so that what is compared was measured on the
    same core. Two judges on one host have different homes, as long as there are enough.
    """

    def __init__(self, cores: list[Core]) -> None:
        """`cores`: the most wanted first."""
        self._mark, home = _claim(cores)
        self._uses = dict.fromkeys(sorted(cores, key=lambda core: core != home), 0)
        self._lock = threading.Lock()

    @contextmanager
    def one_for(self, pid: int) -> Iterator[Core | None]:
        """Have a process, and those that it starts, on a core that no cell uses, the home if it can be; where there is
        none, on one of the least used. None on a host of one core, where there is nothing to choose."""
        if len(self._uses) < 2:
            yield None
            return
        with self._lock:
            core = min(self._uses, key=self._uses.__getitem__)
            self._uses[core] += 1
        try:
            with suppress(OSError):  # a host that lets nobody choose
                os.sched_setaffinity(pid, core)
            yield core
        finally:
            with self._lock:
                self._uses[core] -= 1

    def close(self) -> None:
        if self._mark is not None:
            self._mark.close()


def _claim(cores: list[Core]) -> tuple[socket.socket | None, Core | None]:
    """The first core that no other judge has claimed. The claim is an abstract socket: it ends with its owner."""
    for core in cores:
        mark = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        try:
            mark.bind(f"\0landau-core-{min(core)}")
        except OSError:
            mark.close()
            continue
        return mark, core
    return None, random.choice(cores) if cores else None


def find_cores() -> list[Core]:
    """Those that this process may use, the fastest first; among equals the first core of all last, which the kernel and
    its interrupts like best."""
    allowed = os.sched_getaffinity(0)
    cores = group(allowed, {cpu: _read(_SIBLINGS.format(cpu)) for cpu in allowed})
    return sorted(cores, key=lambda core: (-int(_read(_FASTEST.format(min(core))) or 0), -min(core)))


def group(allowed: Iterable[int], siblings: dict[int, str]) -> list[Core]:
    """Hardware threads by core; `siblings`: what the kernel says of each ("0,4" or "0-1"; empty where it is silent)."""
    usable = set(allowed)
    return sorted({frozenset(parse(siblings.get(cpu, "")) & usable or {cpu}) for cpu in usable}, key=min)


def parse(text: str) -> set[int]:
    """The kernel's way to write a list of numbers, "0-2,8"."""
    found: set[int] = set()
    for part in text.strip().split(","):
        first, _, last = part.partition("-")
        with suppress(ValueError):
            found.update(range(int(first), int(last or first) + 1))
    return found


def _read(path: str) -> str:
    try:
        return Path(path).read_text()
    except OSError:
        return ""
