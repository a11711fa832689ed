"""At which sizes a submission runs under the tracer: as large as is affordable, by what was seen at smaller ones."""

from __future__ import annotations

import math
from collections.abc import Iterator

from judge.growth.blame.tracing import Trace, read, traced
from judge.growth.runs import Recorder
from judge.report import Resource, Role
from sandbox.api import Script, Status

# CPU time of one traced run, as foreseen, and as a limit.
MOST_NS = 1_200_000_000
SECOND_NS = 4_000_000_000  # two sizes there must be
LIMIT_NS = 6_000_000_000
ENOUGH = 2  # traces; where the ladder gives fewer, sizes between are traced
TRIES = 4


class Climb:
    """Traces size after size while the next one is foreseen to be affordable."""

    def __init__(self, recorder: Recorder, sizes: list[int], resource: Resource) -> None:
        self.recorder = recorder
        self.resource = resource
        ran = {size for role, size in recorder.series if role is Role.SUBMISSION}
        self.sizes = sorted({*sizes, *ran})
        self.spent: dict[int, int] = {}
        self.found: dict[int, Trace] = {}

    def traces(self) -> dict[int, Trace]:
        for size in self.sizes:
            most = SECOND_NS if len(self.found) < ENOUGH else MOST_NS
            if (self.found and self._foreseen(size) > most) or not self._trace(size):
                break
        if len(self.found) < ENOUGH:
            for size in self._between():
                self._trace(size)
        return self.found

    def _between(self) -> Iterator[int]:
        """Sizes beyond the largest traced one, short of the next of the ladder; ever closer where one is too dear."""
        for _ in range(TRIES):
            if not self.found or len(self.found) >= ENOUGH:
                return
            low = max(self.found)
            high = min((size for size in self.sizes if size > low), default=2 * low)
            size = round(low * (high / low) ** 0.35)
            if size <= low:
                return
            self.sizes = sorted({*self.sizes, size})
            yield size

    def _foreseen(self, size: int) -> float:
        """CPU time of a traced run, by how the last two grew, and at least what the plain run took."""
        traced_sizes = sorted(self.spent)
        last = traced_sizes[-1]
        power = 2.0
        if len(traced_sizes) > 1:
            before = traced_sizes[-2]
            power = max(1.0, math.log(self.spent[last] / self.spent[before]) / math.log(last / before))
        plain = self.recorder.series.get((Role.SUBMISSION, size))
        if plain is not None and plain.stopped is not None:
            return math.inf
        least = min(plain.cpu_ns, default=0) if plain else 0
        return max(float(least), self.spent[last] * (size / last) ** power)

    def _trace(self, size: int) -> bool:
        task = self.recorder.task(Role.SUBMISSION, size, LIMIT_NS, None)
        execution = self.recorder.sandbox.run(traced(task, self.resource))
        if execution.status is not Status.OK or execution.answer is None:
            return False
        trace = read(execution.answer, isinstance(task.entry, Script))
        if not trace.seen:
            return False
        self.found[size] = trace
        self.spent[size] = max(1, execution.cpu_ns)
        return True
