"""Everybody takes turns, in a new order each round, so that a busy minute hits all alike."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from contextlib import ExitStack

from benchmarks.overhead.contenders import Absent, CannotRun, Contender, contenders

WARM_UP = 2


def run_all(rounds: int, tick: Callable[[], None]) -> tuple[dict[str, list[int]], dict[str, str]]:
    """Wall times in ns by contender, and why others were not measured."""
    with ExitStack() as stack:
        found = list(contenders(stack))
        absent = {one.name: one.reason for one in found if isinstance(one, Absent)}
        return measure([one for one in found if isinstance(one, Contender)], rounds, absent, tick), absent


def measure(
    running: list[Contender], rounds: int, absent: dict[str, str], tick: Callable[[], None]
) -> dict[str, list[int]]:
    """Wall times in ns. Who fails on the way leaves the table and is named in `absent`."""
    times: dict[str, list[int]] = {one.name: [] for one in running}
    for number in range(WARM_UP + rounds):
        for one in random.sample(running, len(running)):
            if one.name in absent:
                continue
            began = time.perf_counter_ns()
            try:
                one.run()
            except CannotRun as error:
                absent[one.name] = f"failed: {error}"
                times[one.name] = []
                continue
            if number >= WARM_UP:
                times[one.name].append(time.perf_counter_ns() - began)
        tick()
    return times
