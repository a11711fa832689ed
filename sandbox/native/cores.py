"""Which core a cell runs on: cells side by side do not share one while another is free.

A core is a physical one, with all its hardware threads: two cells on two threads of one core would slow each other
down by a third and more, and the CPU clock would count it.
"""

from __future__ import annotations

import os
import random
import threading
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

Core = frozenset[int]
_SIBLINGS = "/sys/devices/system/cpu/cpu{}/topology/thread_siblings_list"


class Cores:
    """Shared by all cells of a sandbox; safe to use from several threads."""

    def __init__(self, cores: list[Core]) -> None:
        self._uses = dict.fromkeys(cores, 0)
        self._lock = threading.Lock()

    def take(self, last: Core | None = None) -> Core | None:
        """A core that no cell uses, `last` if it can be; where there is none, one of the least used. None on a host of
        one core, where there is nothing to choose. To be given back."""
        if len(self._uses) < 2:
            return None
        with self._lock:
            least = min(self._uses.values())
            free = [core for core, uses in self._uses.items() if uses == least]
            core = last if last in free else random.choice(free)
            self._uses[core] += 1
            return core

    def give_back(self, core: Core | None) -> None:
        if core is not None:
            with self._lock:
                self._uses[core] -= 1


def find_cores() -> list[Core]:
    """Those that this process may use."""
    allowed = os.sched_getaffinity(0)
    return group(allowed, {cpu: _read(_SIBLINGS.format(cpu)) for cpu in allowed})


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
