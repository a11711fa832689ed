"""Of a program's traced runs at several sizes: what carries the growth beyond its class. Pure.

A line costs too much in one of two ways. It runs too often: then the loop that makes it so is blamed, by exact counts.
Or it runs as often as it may and each time costs more: then the line itself, since something it calls looks at
everything.
"""

from __future__ import annotations

import ast
import math
from collections.abc import Mapping
from dataclasses import dataclass

from judge.growth.blame.outline import Loop, Outline
from judge.growth.blame.tracing import Trace
from judge.growth.complexity import Complexity
from judge.report import Resource

APART = 3.5  # sizes that are compared: where possible one is so many times the other
ABOVE = 0.25  # in powers of n: a line that runs so much more often than its class lets it
ALIKE = 0.15  # counts whose exponents differ by less grow together
DEARER = 0.4  # in powers of n: each run of a line costs more, beside there being more runs
LEAST_RUNS = 64
LEAST_SHARE = 0.12  # of the whole cost at the largest size, beyond what the class allows, where sizes are apart
NOISE_NS = 1000  # of a line's single run under the tracer
RUN_NS = 40  # what a run of a line costs at least


@dataclass(frozen=True, slots=True)
class Carrier:
    """`runs`: how often it ran at the largest size, where it is by running often that it costs; else 0. `share`: of
    the cost at the largest size. `again`: the loop or line that makes `loop` start anew, where known."""

    line: int
    exponent: float
    share: float
    runs: int
    loop: Loop | None
    again: int | None = None


def carrier(
    traces: Mapping[int, Trace], required: Complexity, program: Outline, resource: Resource = Resource.TIME
) -> Carrier | None:
    """`traces` by size, at least two. None where nothing stands out."""
    return _Search(traces, required, program, resource).found() if len(traces) > 1 else None


class _Search:
    def __init__(self, traces: Mapping[int, Trace], required: Complexity, program: Outline, resource: Resource) -> None:
        self.program = program
        sizes = sorted(traces)
        self.large = sizes[-1]
        far = [size for size in sizes[:-1] if size * APART <= self.large]
        self.small = far[-1] if far else sizes[0]
        self.doublings = math.log2(self.large / self.small)
        self.low, self.high = traces[self.small].seen, traces[self.large].seen
        self.least = RUN_NS if resource is Resource.TIME else 0
        self.resource = resource
        self.allowed = _grown(required, self.small, self.large)
        lines = range(1, len(program.lines) + 1)
        self.exponents = {
            line: math.log2(count / max(1, self.low.get(line, (0, 0))[0])) / self.doublings
            for line, (count, _) in self.high.items()
            if line in lines and count
        }

    def found(self) -> Carrier | None:
        if self.allowed is None:
            return None
        limit = math.log2(self.allowed) / self.doublings + ABOVE
        total = sum(self._cost(self.high, line) for line in self.exponents) or 1
        weights: dict[int, float] = {}
        spent: dict[int, float] = {}
        often: dict[int, bool] = {}
        again: dict[int, tuple[Loop | None, int | None]] = {}
        for line, exponent in self.exponents.items():
            now, before = self._cost(self.high, line), self._cost(self.low, line)
            excess = now - self.allowed * before
            if excess <= 0 or (self.resource is Resource.MEMORY and self._heads(line)):
                continue
            at, too_often = line, False
            by_count = self.resource is not Resource.MEMORY and self.high[line][0] >= LEAST_RUNS
            if by_count and exponent >= limit and self._dearer(line) < DEARER:
                at, loop, by = self._repeater(line, exponent, set())
                again[at], too_often = (loop, by), True
            weights[at] = weights.get(at, 0) + excess
            spent[at] = spent.get(at, 0) + now
            often[at] = often.get(at, False) or too_often
        if not weights:
            return None
        line = max(weights, key=lambda one: weights[one])
        if weights[line] < LEAST_SHARE * total * min(1.0, self.doublings / 2):
            return None
        loop, by = again.get(line, (self.program.loop_at(line), None))
        exponent = self.exponents[line] if often[line] else self._cost_exponent(line)
        if exponent < limit:
            return None
        runs = self.high[line][0] if often[line] else 0
        return Carrier(line, exponent, min(1.0, spent[line] / total), runs, loop, by)

    def _cost(self, seen: Mapping[int, tuple[int, int]], line: int) -> float:
        count, cost = seen.get(line, (0, 0))
        return max(cost, self.least * count)

    def _heads(self, line: int) -> bool:
        """Whether a line is a loop's head: what it makes is held only because another line keeps it."""
        return any(loop.line == line and isinstance(loop.node, ast.For) for loop in self.program.loops)

    def _dearer(self, line: int) -> float:
        """The exponent by which a single run of a line grows dearer. Cheap runs are noise, and so is what differs
        between sizes that are close."""
        low, high = ((self._cost(seen, line), seen.get(line, (0, 0))[0]) for seen in (self.low, self.high))
        each = [cost / max(1, count) + NOISE_NS for cost, count in (low, high)]
        return math.log2(each[1] / each[0]) / max(1.0, self.doublings)

    def _cost_exponent(self, line: int) -> float:
        return math.log2(max(1.0, self._cost(self.high, line)) / max(1.0, self._cost(self.low, line))) / self.doublings

    def _repeater(self, line: int, exponent: float, seen: set[int]) -> tuple[int, Loop | None, int | None]:
        """What makes a line run so often: the outermost loop, here or in a caller, that turns as often; or the line in
        which a function calls itself. With the loop, and the line of what starts it anew."""
        seen.add(line)
        program = self.program
        loop, best = program.loop_at(line), None
        while loop is not None and self._alike(loop.line, exponent):
            best, loop = loop, loop.outer
            if loop is not None and loop.line == best.line:
                break  # of several in one line the innermost
        if best is not None and loop is not None:
            return best.line, best, loop.line
        function = program.function_at(line)
        if function is None:
            return (best.line, best, None) if best else (line, None, None)
        callers = [at for at in program.callers(function) if at in self.exponents and at not in seen]
        if self._alike(function.line, exponent):
            own = [at for at in program.own_calls(function) if self._alike(at, exponent)]
            if own:
                return max(own, key=lambda at: self.high[at][0]), best, None
            for caller in callers:
                if self._alike(caller, exponent):
                    return self._repeater(caller, exponent, seen)
        outside = next((found.line for at in callers if (found := program.loop_at(at))), None)
        return (best.line, best, outside) if best else (line, None, outside)

    def _alike(self, line: int, exponent: float) -> bool:
        return self.exponents.get(line, -math.inf) >= exponent - ALIKE


def _grown(required: Complexity, small: int, large: int) -> float | None:
    """By how much a cost of this class grows between two sizes."""
    if required.exponential:
        return None
    logs = math.log(max(large, 3)) / math.log(max(small, 3))
    return float((large / small) ** required.exponent * logs**required.log_power)
