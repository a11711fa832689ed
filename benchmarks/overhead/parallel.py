"""Whether what is timed is slowed by what runs beside it: one fixed program, alone and among others of its kind."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from sandbox import open_sandbox
from sandbox.api import Function, Program, Sandbox, Status, Task
from sandbox.guest.wire import encode
from sandbox.native.cores import find_cores

SOURCE = """
def work():
    values = list(range(20000))
    total = 0
    for i in range(300000):
        total += values[(i * 7919) % 20000]
    return total
"""
TASK = Task(Program.single(SOURCE), Function("work"), encode(()))
OTHERS = 7


@dataclass(frozen=True, slots=True)
class Beside:
    """CPU time of the program in ms, medians."""

    others: int
    alone_ms: float
    among_ms: float

    @property
    def slower(self) -> float:
        return self.among_ms / self.alone_ms - 1


def beside(runs: int, tick: Callable[[], None]) -> list[Beside]:
    """Among as many others as there are cores for, and among seven. Alone and among others take turns, so that a busy
    host hits both."""
    enough = max(1, len(find_cores()) - 1)
    with open_sandbox() as box:
        _cpu_ms(box)
        return [_compare(box, others, runs, tick) for others in sorted({min(enough, OTHERS), OTHERS})]


def _compare(box: Sandbox, others: int, runs: int, tick: Callable[[], None]) -> Beside:
    alone, among = [], []
    for _ in range(runs):
        alone.append(_cpu_ms(box))
        with _company(box, others):
            among.append(_cpu_ms(box))
        tick()
    return Beside(others, median(alone), median(among))


class _company:
    """So many threads that run the same program until the block ends."""

    def __init__(self, box: Sandbox, others: int) -> None:
        self._box = box
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._run) for _ in range(others)]

    def _run(self) -> None:
        while not self._over.is_set():
            _cpu_ms(self._box)

    def __enter__(self) -> None:
        for thread in self._threads:
            thread.start()

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()


def _cpu_ms(box: Sandbox) -> float:
    seen = box.run(TASK)
    assert seen.status is Status.OK, seen
    return seen.cpu_ns / 1e6
