"""What lies in the field of a plot: axes, the sizes that decided, the fans, the curves, the label at their end."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from judge.growth.draw.curves import Fan, allowed_fan, slope_fan
from judge.growth.draw.scale import (
    Axis,
    Measure,
    best,
    count,
    deciding_sizes,
)
from judge.growth.draw.strokes import (
    INK,
    LETTER,
    LIMIT,
    THEIRS,
    YOURS,
    area,
    box,
    line,
    mark,
    n,
    path,
    spread,
    stopped,
    words,
)
from judge.report import FamilyGrowth, Point, Role

NAMES = {Role.SUBMISSION: "your submission", Role.REFERENCE: "reference"}
COLOURS = {Role.SUBMISSION: YOURS, Role.REFERENCE: THEIRS}


@dataclass(frozen=True, slots=True)
class Field:
    """What is drawn where."""

    growth: FamilyGrowth
    points: list[Point]
    measure: Measure
    decides: bool  # whether these points are what decided
    x: Axis
    y: Axis


def draw_axes(field: Field) -> list[str]:
    x, y = field.x, field.y
    parts = []
    grid = 'stroke-width="1" stroke-opacity="0.13"'
    for value in x.ticks():
        parts.append(line(x.at(value), y.start, x.at(value), y.end, INK, grid))
        parts.append(words(x.at(value), y.start + 17, count(value), "middle"))
    for value in y.ticks(6 if y.start - y.end > 200 else 4):
        parts.append(line(x.start, y.at(value), x.end, y.at(value), INK, grid))
        parts.append(words(x.start - 7, y.at(value) + 4, field.measure.quantity(value), "end"))
    parts.append(line(x.start, y.start, x.end, y.start, INK, 'stroke-width="1"'))
    parts.append(line(x.start, y.start, x.start, y.end, INK, 'stroke-width="1"'))
    parts.append(words((x.start + x.end) / 2, y.start + 34, "n", "middle", style='font-style="italic"'))
    middle = (y.start + y.end) / 2
    parts.append(words(13, middle, field.measure.title, "middle", style=f'transform="rotate(-90 13 {n(middle)})"'))
    return parts


def draw_region(field: Field) -> list[str]:
    sizes = deciding_sizes(field.points) if field.decides else None
    if sizes is None:
        return []
    left, right = (field.x.at(size) for size in sizes)
    return [box(left, field.y.end, right - left, field.y.start - field.y.end, YOURS, 0.07, "deciding")]


def draw_fans(field: Field) -> list[str]:
    parts = []
    allowed = allowed_fan(field.growth, field.points)
    if allowed is not None:
        parts.append(_wedge(field, allowed, INK, 0.13, "required"))
        middle = [(field.x.at(size), field.y.at(allowed.middle(size))) for size in allowed.sizes]
        parts.append(path(_inside(field, middle), INK, 'stroke-opacity="0.55" stroke-dasharray="2 3"'))
    slope = slope_fan(field.growth, field.points) if field.decides else None
    if slope is not None:
        parts.append(_wedge(field, slope, YOURS, 0.3, "slope"))
        middle = [(field.x.at(size), field.y.at(slope.middle(size))) for size in slope.sizes]
        parts.append(path(_inside(field, middle), YOURS, 'stroke-opacity="0.7" stroke-dasharray="1 3"'))
    return parts


def _wedge(field: Field, fan: Fan, colour: str, opacity: float, name: str) -> str:
    """The least and the most of a fan at each size: its two edges cross where they meet."""
    ends = [(size, sorted((fan.low(size), fan.high(size)))) for size in fan.sizes]
    under = [(field.x.at(size), field.y.at(low)) for size, (low, _) in ends]
    over = [(field.x.at(size), field.y.at(high)) for size, (_, high) in reversed(ends)]
    return area(under + over, colour, opacity, name)


def _inside(field: Field, corners: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Without what an axis' end would bend."""
    return [corner for corner in corners if corner[1] > field.y.end] or corners[:1]


def draw_limit(field: Field, limit: int) -> list[str]:
    at, x = field.y.at(limit), field.x
    told = f"time limit {field.measure.quantity(limit)}"
    # The upper left is where no rising curve comes.
    up = at - 5 if at - 16 > field.y.end else at + 14
    dashes = 'stroke-dasharray="7 4" stroke-width="1.5"'
    return [line(x.start, at, x.end, at, LIMIT, dashes), words(x.start + 5, up, told, colour=LIMIT)]


def draw_curve(field: Field, role: Role) -> list[str]:
    x, y, colour = field.x, field.y, COLOURS[role]
    series = [point for point in field.points if point.role is role]
    dash = ' stroke-dasharray="6 3"' if role is Role.REFERENCE else ""
    corners = [(x.at(point.size), y.at(best(point))) for point in series]
    parts = [path(corners, colour, f'stroke-width="1.8"{dash}')]
    for point, (across, up) in zip(series, corners, strict=True):
        shown = field.measure.quantity(best(point))
        if not point.censored and len(point.values) > 1:
            shown += f" to {field.measure.quantity(max(point.values))} in {len(point.values)} runs"
        told = f"{NAMES[role]}, n = {point.size:,}: {'at least ' if point.censored else ''}{shown}"
        if point.censored:
            sign = stopped(across, up, colour)
        else:
            sign = spread(across, up, y.at(max(1, *point.values)), colour) + mark(role, across, up)
        parts.append(f"<g><title>{escape(told)}</title>{sign}</g>")
    return parts


def draw_label(field: Field) -> list[str]:
    """The class that was measured, left of the submission's end and above its curve, on a ground that covers lines."""
    mine = [point for point in field.points if point.role is Role.SUBMISSION]
    if not mine or not field.growth.measured or not field.decides:
        return []
    text = field.growth.measured
    across, up = field.x.at(mine[-1].size) - 10, field.y.at(best(mine[-1]))
    up = max(up - 4, field.y.end + 12)
    least = field.x.start + 6 + LETTER * len(text)
    halo = 'font-weight="700" paint-order="stroke" stroke-width="4" stroke-linejoin="round" class="halo"'
    return [words(max(across, least), up, text, "end", f"{YOURS};stroke:var(--growth-ground, Canvas)", halo)]
