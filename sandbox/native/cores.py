"""Which core a cell runs on: cells side by side do not share one while another is free.

A core is a physical one, with all its hardware threads: two cells on two threads of one core would slow each other
down by a third and more, and the CPU clock would count it.
"""

from __future__ import annotations

import os
import random
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

Core = frozenset[int]
_FASTEST = "/sys/devices/system/cpu/cpu{}/cpufreq/cpuinfo_max_freq"
_SIBLINGS = "/sys/devices/system/cpu/cpu{}/topology/thread_siblings_list"


class Cores:
    """Shared by all cells of a sandbox; safe to use from several threads.

    A cell alone is left to the kernel, among the fastest cores: what is compared ran on cores of one kind. Held on one
    core it would only wait there for what its makers and its judge do.
    """

    def __init__(self, cores: list[Core], fastest: Core | None = None) -> None:
        """`fastest`: the hardware threads of the fastest kind, on a host that has several kinds."""
        self._uses = dict.fromkeys(cores, 0)
        self._fastest = fastest
        self._lock = threading.Lock()

    @contextmanager
    def one_for(self, pid: int) -> Iterator[Core | None]:
        """Have a process, and those that it starts, on a core that no other cell uses, or on one of the least used.
        None where it is left to the kernel: it is alone, or the host has one core."""
        with self._lock:
            alone = not any(self._uses.values())
            least = min(self._uses.values())
            core = random.choice([core for core, uses in self._uses.items() if uses == least])
            self._uses[core] += 1
        chosen = self._fastest if alone else core if len(self._uses) > 1 else None
        try:
            if chosen is not None:
                with suppress(OSError):  # a host that lets nobody choose
                    os.sched_setaffinity(pid, chosen)
            yield chosen
        finally:
            with self._lock:
                self._uses[core] -= 1


def find_cores() -> list[Core]:
    """Those that this process may use."""
    allowed = os.sched_getaffinity(0)
    return group(allowed, {cpu: _read(_SIBLINGS.format(cpu)) for cpu in allowed})


def fastest(cores: list[Core], frequency: Callable[[int], int] | None = None) -> Core | None:
    """Hardware threads of the cores with the highest maximal frequency, in kHz; None where all are equal."""
    ask = frequency or (lambda cpu: int(_read(_FASTEST.format(cpu)) or 0))
    speeds = {core: ask(min(core)) for core in cores}
    most = max(speeds.values())
    if min(speeds.values()) == most:
        return None
    return frozenset().union(*(core for core, speed in speeds.items() if speed == most))


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
