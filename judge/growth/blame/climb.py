"""At which sizes a submission runs under the tracer: as large as is affordable, by what was counted at smaller ones."""

from __future__ import annotations

import math
from collections.abc import Iterator

from judge.growth.blame.carrier import APART
from judge.growth.blame.tracing import Trace, answers_often, read, traced
from judge.growth.runs import Recorder
from judge.report import Resource, Role
from sandbox.api import Status

# CPU time of all traced runs of one submission.
GOOD_NS = 1_200_000_000  # as foreseen, where two sizes that are apart were traced
MOST_NS = 2_800_000_000  # as foreseen, until then
LIMIT_NS = 3_600_000_000
FIRST_NS = 1_800_000_000  # a limit: without a second trace one is worth nothing
EVENT_NS = 500  # what tracing a line once costs, about
ENOUGH = 2  # traces; where the ladder gives fewer, sizes between are traced
TRIES = 3
LEAST_POWER = 2.0  # of n, of a cost that was seen once
LEAST_STEP = 1.02


class Climb:
    """``found``: a trace by size."""

    def __init__(self, recorder: Recorder, sizes: list[int], resource: Resource) -> None:
        self.recorder = recorder
        self.resource = resource
        ran = {size for role, size in recorder.series if role is Role.SUBMISSION}
        self.sizes = sorted({*sizes, *ran})
        self.found: dict[int, Trace] = {}
        self.took: dict[int, int] = {}
        self.power = LEAST_POWER
        self.left_ns = LIMIT_NS

    def traces(self) -> dict[int, Trace]:
        for size in self.sizes:
            if not self.found:
                going_on = self._trace(size, FIRST_NS)
            elif self._spent() + self._foreseen(size) <= (GOOD_NS if self._apart() else MOST_NS):
                # What is far dearer than was foreseen leaves room for a size between.
                going_on = self._trace(size, self.left_ns if len(self.found) >= ENOUGH else self.left_ns // 2)
            else:
                going_on = False
            if not going_on:
                break
        if len(self.found) < ENOUGH:
            for size in self._between():
                closest = size == max(self.found) + 1
                self._trace(size, self.left_ns if closest else round(0.4 * self.left_ns))
        return self.found

    def _spent(self) -> int:
        return LIMIT_NS - self.left_ns

    def _apart(self) -> bool:
        return len(self.found) >= ENOUGH and max(self.found) >= APART * min(self.found)

    def _between(self) -> Iterator[int]:
        """Sizes above the only traced one, short of the next of the ladder; ever closer where one was too dear."""
        for _ in range(TRIES):
            if not self.found or len(self.found) >= ENOUGH:
                return
            low = max(self.found)
            high = min((size for size in self.sizes if size > low), default=2 * low)
            room = max(1.0, 0.4 * self.left_ns / self.took[low])
            size = max(low + 1, round(low * min((high / low) ** 0.6, room ** (1 / self.power))))
            if size >= high or size < low * LEAST_STEP:
                return
            self.sizes = sorted({*self.sizes, size})
            yield size

    def _foreseen(self, size: int) -> float:
        """CPU time of a traced run: how often each line would run and what it would cost, had both grown as between
        the last two sizes; and at least what the plain run took."""
        last = max(self.found)
        plain, known = (self.recorder.series.get((Role.SUBMISSION, one)) for one in (size, last))
        if plain is None or not plain.cpu_ns:
            return self.took[last] * foreseen_factor(self.found, size)
        grew = min(plain.cpu_ns) / min(known.cpu_ns) if known and known.cpu_ns else 1.0
        self._grew(grew, size / last)
        if plain.stopped is not None:
            return math.inf
        factor = foreseen_factor(self.found, size)
        if len(self.found) < ENOUGH:
            factor = max(factor, grew)  # no less than the plain runs did, whose fixed cost only hides growth
        return max(float(min(plain.cpu_ns)), self.took[last] * factor)

    def _grew(self, factor: float, step: float) -> None:
        self.power = max(self.power, math.log(factor) / math.log(step))

    def _trace(self, size: int, limit_ns: int) -> bool:
        task = self.recorder.task(Role.SUBMISSION, size, limit_ns, None)
        execution = self.recorder.sandbox.run(traced(task, self.resource))
        self.left_ns = max(1, self.left_ns - execution.cpu_ns)
        if execution.status is Status.CPU_LIMIT and self.found:
            last = max(self.found)
            self._grew(execution.cpu_ns / self.took[last], size / last)
        if execution.status is not Status.OK or execution.answer is None:
            return False
        trace = read(execution.answer, answers_often(task.entry))
        if not trace.seen:
            return False
        self.found[size] = trace
        self.took[size] = max(1, execution.cpu_ns)
        return True


def foreseen_factor(traces: dict[int, Trace], size: int) -> float:
    """By how much a traced run at `size` is dearer than the largest traced one. Pure."""
    *before, last = sorted(traces)
    if not before:
        return float((size / last) ** LEAST_POWER)
    doublings = math.log2(last / before[-1])
    now = then = 0.0
    for line, seen in traces[last].seen.items():
        earlier = traces[before[-1]].seen.get(line, (0, 0))
        for value, old, worth in zip(seen, earlier, (EVENT_NS, 1), strict=True):
            power = max(0.0, math.log2(max(1, value) / max(1, old)) / doublings)
            now += worth * value
            then += worth * value * (size / last) ** power
    return then / now if now else float((size / last) ** LEAST_POWER)
