"""Logarithmic axes and the units on them; which points of a growth are drawn, and which of them decided."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from judge.growth.slopes import TAIL, pairs
from judge.report import FamilyGrowth, Point, Resource, Role

Units = tuple[tuple[int, str], ...]
_TIME: Units = ((1_000_000_000, "s"), (1_000_000, "ms"), (1_000, "µs"), (1, "ns"))
_BYTES: Units = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB"), (1, "B"))
_COUNT: Units = ((1_000_000_000, "G"), (1_000_000, "M"), (1_000, "k"), (1, ""))


@dataclass(frozen=True, slots=True)
class Measure:
    """What an axis counts, and in which units."""

    title: str
    units: Units

    def quantity(self, value: float) -> str:
        """A value with its unit, three significant digits: "28.6 ms", "1.5 MB", "64"."""
        for size, unit in self.units:
            if abs(value) >= size * 0.9995 or size == 1:
                number = value / size
                text = f"{number:.0f}" if number >= 99.95 or number == int(number) else f"{number:.3g}"
                return f"{text} {unit}".strip()
        return "0"


MEASURES = {
    Resource.TIME: Measure("CPU time", _TIME),
    Resource.MEMORY: Measure("peak memory", _BYTES),
    Resource.PROBES: Measure("elements read", _COUNT),
    Resource.STEPS: Measure("VM steps", _COUNT),
}
INSTRUCTIONS = Measure("executed instructions", _COUNT)


def quantity(value: float, resource: Resource) -> str:
    return MEASURES[resource].quantity(value)


def count(value: float) -> str:
    """A size on an axis: "500", "64k", "1.5M"."""
    for size, unit in _COUNT:
        if value >= size * 0.9995:
            return f"{value / size:.3g}{unit}"
    return f"{value:g}"


@dataclass(frozen=True, slots=True)
class Axis:
    """A logarithmic axis from `low` to `high`, drawn from `start` to `end` (in whatever unit the drawing has)."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        share = math.log(max(value, self.low) / self.low) / math.log(self.high / self.low)
        return self.start + min(1.0, share) * (self.end - self.start)

    def ticks(self, most: int = 6) -> list[float]:
        """Round values: powers of ten, with 2 and 5 between where few of those fit."""
        for digits in ((1, 2, 5), (1, 3), (1,)):
            found = [value for value in self._round(digits) if self.low <= value <= self.high]
            if len(found) <= most:
                break
        while len(found) > most:
            found = found[::2]
        return found

    def _round(self, digits: Sequence[int]) -> list[float]:
        decades = range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)
        return [digit * 10.0**decade for decade in decades for digit in digits]


def fitted(values: Sequence[float], start: float, end: float, room: float = 1.35) -> Axis:
    """An axis around `values` with some room; at least a factor of ten wide."""
    low, high = min(values) / room, max(values) * room
    if high / low < 10:
        middle = math.sqrt(low * high)
        low, high = middle / math.sqrt(10), middle * math.sqrt(10)
    return Axis(low, high, start, end)


def of_role(points: Sequence[Point], role: Role) -> list[Point]:
    """The points of one role, ascending, those without a value left out."""
    return sorted((p for p in points if p.role is role and p.values), key=lambda p: p.size)


def best(point: Point) -> float:
    """What stands for a point: the least of its runs, since noise only adds. At least 1, for the logarithm."""
    return float(max(1, max(point.values) if point.censored else min(point.values)))


def by_counts(growth: FamilyGrowth) -> bool:
    """Whether executed instructions decided, not time."""
    return growth.method == "instructions" and bool(growth.counts)


def deciding_sizes(points: Sequence[Point]) -> tuple[int, int] | None:
    """From which size to which the last slopes lie that a decision is made of; None where there are too few. Where a
    limit stopped the submission: from the last size that it finished to that one."""
    seen = [pair.size for pair in pairs(points)]
    stops = [point.size for point in of_role(points, Role.SUBMISSION) if point.censored]
    if stops and seen and (before := [size for size in seen if size < min(stops)]):
        return before[-1], min(stops)
    return (seen[-TAIL - 1 :][0], seen[-1]) if len(seen) >= TAIL else None
