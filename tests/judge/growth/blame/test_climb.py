"""What a traced run will cost, by what was counted at smaller sizes; and that all of them cost little."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest

from judge.growth.blame.climb import LIMIT_NS, MOST_NS, Climb, foreseen_factor
from judge.growth.blame.tracing import DRIVER, Trace
from judge.growth.runs import Recorder, Series
from judge.report import Resource, Role
from sandbox.api import Execution, Program, Sandbox, Status, Task
from sandbox.guest import wire
from tests.judge.growth.fakes import SizeMaker, problem

SOURCE = Program.single("def f(n):\n    for i in range(n):\n        pass\n    return n\n")
Cost = Callable[[int], float]


class Box:
    """Runs nothing: of each traced run the CPU time by a formula, all of it for one line."""

    def __init__(self, cost_ns: Cost) -> None:
        self.cost_ns = cost_ns
        self.spent_ns: list[int] = []

    def run(self, task: Task) -> Execution:
        assert DRIVER in task.program.files
        (size,) = cast(tuple[int], wire.decode(task.input))
        cost = round(self.cost_ns(size))
        self.spent_ns.append(min(cost, task.limits.cpu_ns))
        if cost > task.limits.cpu_ns:
            return Execution(Status.CPU_LIMIT, cpu_ns=task.limits.cpu_ns)
        said: Any = ([(2, max(1, cost // 1000), cost)], [])
        return Execution(Status.OK, cpu_ns=cost, answer=wire.encode(said))


def climbed(cost_ns: Cost, sizes: list[int], stopped: int | None = None) -> tuple[list[int], list[int]]:
    """(sizes that were traced, what each run took); at `stopped` the plain run met its limit."""
    box = Box(cost_ns)
    recorder = Recorder(problem(), "random", SOURCE, SOURCE, SizeMaker(), cast(Sandbox, box))
    for size in sizes:
        recorder.series[Role.SUBMISSION, size] = Series(cpu_ns=[round(cost_ns(size) / 20)])
    if stopped is not None:
        recorder.series[Role.SUBMISSION, stopped] = Series(cpu_ns=[10**9], stopped=Status.CPU_LIMIT)
    return sorted(Climb(recorder, sizes, Resource.TIME).traces()), box.spent_ns


LADDER = [500 * 2**step for step in range(8)]


@pytest.mark.parametrize("power", [1.0, 1.5, 2.0, 3.0])
def test_sizes_that_are_apart_for_little(power: float) -> None:
    traced, spent = climbed(lambda n: 2e7 * (n / 500) ** power, LADDER)
    assert traced[-1] >= 4 * traced[0]
    assert sum(spent) <= MOST_NS


def test_one_that_grows_faster_than_any_power_gets_two_sizes_that_are_close() -> None:
    traced, spent = climbed(lambda n: 6e8 * 1.618 ** (n - 20), [20], stopped=40)
    assert len(traced) == 2
    assert sum(spent) <= LIMIT_NS


@pytest.mark.parametrize("start", [1e6, 1e8, 1e9, 1e10])
def test_the_worst_costs_no_more_than_the_limit(start: float) -> None:
    for power in (1.0, 2.0, 6.0, 12.0):
        _, spent = climbed(lambda n, p=power: start * (n / 500) ** p, LADDER)  # type: ignore[misc]
        assert sum(spent) <= LIMIT_NS


def nested(n: int) -> Trace:
    return Trace({2: (n, 1000), 3: (n * n, 50 * n * n)})


def test_the_line_that_soon_costs_most_is_foreseen_though_it_is_still_cheap() -> None:
    traces = {n: Trace({2: (1, 10**8), 3: (n * n, 0)}) for n in (100, 200)}  # 100 ms whatever n is
    assert foreseen_factor(traces, 2000) == pytest.approx((10**8 + 500 * 2000**2) / (10**8 + 500 * 200**2), rel=0.01)


def test_counts_grow_on_as_they_grew() -> None:
    assert foreseen_factor({100: nested(100), 200: nested(200)}, 800) == pytest.approx(16, rel=0.02)


def test_of_one_trace_a_square_is_expected() -> None:
    assert foreseen_factor({100: nested(100)}, 300) == 9


def test_nothing_that_was_seen_tells_nothing() -> None:
    assert foreseen_factor({100: Trace(), 200: Trace()}, 400) == 4
