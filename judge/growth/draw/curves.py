"""Where a cost would go on from a point: the required class, and the measured slope with its interval. Pure."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from judge.growth.complexity import ComplexityError, parse_class
from judge.growth.draw.scale import best, deciding_sizes, of_role
from judge.report import FamilyGrowth, Outcome, Point, Role

# What a right solution may differ by from the required class, in powers of n.
ALLOWED = 0.2
STEPS = 12
BEYOND = 1.3  # how far the measured slope is drawn on, to both sides of what was measured

Cost = Callable[[float], float]


@dataclass(frozen=True, slots=True)
class Fan:
    """Three costs of a size, steeper and steeper, that meet in one point; drawn over `sizes`, ascending."""

    sizes: list[float]
    low: Cost
    middle: Cost
    high: Cost


def allowed_fan(growth: FamilyGrowth, points: Sequence[Point]) -> Fan | None:
    """The required class from where the submission stood at the first of the deciding sizes: a curve that leaves it
    upwards grows too fast. None where the class, or too few points, draw no line."""
    try:
        required = parse_class(growth.required)
    except ComplexityError:
        return None
    mine = of_role(points, Role.SUBMISSION)
    if required.exponential or len(mine) < 2:
        return None
    region = deciding_sizes(points) or (mine[0].size, mine[-1].size)
    start = next((point for point in mine if point.size >= region[0]), mine[0])
    floor = _floor(mine)

    def cost(wider: float) -> Cost:
        def at(size: float) -> float:
            logs = math.log(max(size, 3)) / math.log(max(start.size, 3))
            return floor + (best(start) - floor) * (
                (size / start.size) ** (required.exponent + wider) * logs**required.log_power
            )

        return at

    return Fan(_between(start.size, mine[-1].size), cost(-ALLOWED), cost(0), cost(ALLOWED))


def slope_fan(growth: FamilyGrowth, points: Sequence[Point]) -> Fan | None:
    """The measured slope with its interval, through the submission's deciding points. None where none was measured."""
    region = deciding_sizes(points)
    bounds = own_exponents(growth)
    if region is None or bounds is None:
        return None
    mine = of_role(points, Role.SUBMISSION)
    tail = [point for point in mine if region[0] <= point.size <= region[1] and not point.censored]
    if len(tail) < 2:
        return None
    floor = _floor(mine)
    size = math.exp(sum(math.log(point.size) for point in tail) / len(tail))
    work = math.exp(sum(math.log(best(point) - floor) for point in tail) / len(tail))

    def cost(exponent: float) -> Cost:
        return lambda at: floor + work * (at / size) ** exponent

    low, middle, high = bounds
    return Fan(_between(region[0] / BEYOND, region[1] * BEYOND), cost(low), cost(middle), cost(high))


def own_exponents(growth: FamilyGrowth) -> tuple[float, float, float] | None:
    """(low, measured, high): the interval of the ratio's slope, moved to the submission's own exponent."""
    slopes = growth.slope, growth.slope_low, growth.slope_high, growth.exponent
    if any(value is None for value in slopes):
        return None
    slope, low, high, exponent = (float(value or 0.0) for value in slopes)
    return exponent + low - slope, exponent, exponent + high - slope


def open_above(growth: FamilyGrowth) -> bool:
    """Whether a limit stopped the submission, so that only a lower bound of its growth is known."""
    return growth.outcome is Outcome.EXCEEDS and growth.slope is not None and growth.slope_high is None


def _floor(mine: Sequence[Point]) -> float:
    """Slightly below what the cheapest size costs: what is fixed, whatever the size is."""
    return 0.9 * min(best(point) for point in mine)


def _between(low: float, high: float) -> list[float]:
    return [low * (high / low) ** (step / STEPS) for step in range(STEPS + 1)]
