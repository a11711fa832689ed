"""The growth of one family as an inline SVG: drawn on the server, no script, the same bytes for the same measurement.

Log-log. The submission's and the reference's points with the spread of their runs; a grey fan, the required class from
where the submission stood at the first deciding size; a coloured one, its measured slope with its interval; the sizes
that decided; the time limit; an arrow where a limit stopped it. Role is told by shape as well as colour.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from judge.growth.draw.curves import Fan, allowed_fan, open_above, own_exponents, slope_fan
from judge.growth.draw.scale import (
    INSTRUCTIONS,
    MEASURES,
    Axis,
    Measure,
    best,
    by_counts,
    count,
    deciding_sizes,
    fitted,
    of_role,
)
from judge.growth.draw.strokes import (
    INK,
    LEGEND_LINE,
    LETTER,
    LIMIT,
    THEIRS,
    YOURS,
    Entry,
    area,
    box,
    legend,
    legend_rows,
    line,
    mark,
    n,
    path,
    spread,
    stopped,
    words,
)
from judge.report import FamilyGrowth, Point, Resource, Role

WIDTH, LEFT, RIGHT, TOP = 460, 72, 14, 16
TALL, SMALL = 250, 150  # the height of the plotted field
UNDER = 46  # below it: sizes and the axis' title
NEAR_LIMIT = 12  # a time limit this many times above all points is still drawn
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


def growth_svg(growth: FamilyGrowth, cpu_limit_ns: int | None = None) -> str:
    """A self-contained ``<svg>``; `cpu_limit_ns` draws a time limit where it lies in view."""
    limit = cpu_limit_ns if growth.resource is Resource.TIME else None
    return _svg(growth, growth.points, MEASURES[growth.resource], TALL, limit, not by_counts(growth))


def counts_svg(growth: FamilyGrowth) -> str:
    """The executed instructions as a second, smaller one, where they were counted."""
    return _svg(growth, growth.counts, INSTRUCTIONS, SMALL, None, by_counts(growth))


def _svg(
    growth: FamilyGrowth,
    points: Sequence[Point],
    measure: Measure,
    height: int,
    limit: int | None,
    decides: bool,
) -> str:
    seen = [*of_role(points, Role.REFERENCE), *of_role(points, Role.SUBMISSION)]
    if not seen:
        return _frame(growth, measure, height, [words(WIDTH / 2, height / 2, "nothing was measured", "middle")])
    values = [max(1.0, value) for point in seen for value in (*point.values, best(point))]
    if limit is not None and max(values) < limit <= NEAR_LIMIT * max(values):
        values.append(float(limit))
    x = fitted([point.size for point in seen], LEFT, WIDTH - RIGHT, 1.3)
    field = Field(growth, seen, measure, decides, x, fitted(values, TOP + height, TOP))
    entries = _entries(field)
    parts = [*_region(field), *_axes(field), *_fans(field)]
    if limit is not None and field.y.low < limit < field.y.high:
        parts += _limit(field, limit)
    for role in (Role.REFERENCE, Role.SUBMISSION):
        parts += _curve(field, role)
    parts += _label(field)
    rows = legend_rows(entries, WIDTH - 16)
    parts += legend(rows, 10, TOP + height + UNDER + 14)
    return _frame(growth, measure, TOP + height + UNDER + 8 + LEGEND_LINE * len(rows), parts)


def _frame(growth: FamilyGrowth, measure: Measure, height: float, parts: Sequence[str]) -> str:
    title = f"Growth of {measure.title} on {growth.family}: {growth.outcome}"
    said = growth.reason or "no reason recorded"
    about = f"Log-log plot. {said}. Required: {growth.required}. Measured: {growth.measured or 'not told'}."
    drawn = f"{measure.title} {growth.model_dump_json()}"
    name = "growth-" + hashlib.blake2b(drawn.encode(), digest_size=5).hexdigest()
    return (
        f'<svg class="growth-plot" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {n(height)}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc" font-family="system-ui, sans-serif" font-size="12">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{escape(about)}</desc>'
        + "".join(parts)
        + "</svg>"
    )


def _axes(field: Field) -> list[str]:
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


def _region(field: Field) -> list[str]:
    sizes = deciding_sizes(field.points) if field.decides else None
    if sizes is None:
        return []
    left, right = (field.x.at(size) for size in sizes)
    return [box(left, field.y.end, right - left, field.y.start - field.y.end, YOURS, 0.07, "deciding")]


def _fans(field: Field) -> list[str]:
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


def _limit(field: Field, limit: int) -> list[str]:
    at, x = field.y.at(limit), field.x
    told = f"time limit {field.measure.quantity(limit)}"
    # The upper left is where no rising curve comes.
    up = at - 5 if at - 16 > field.y.end else at + 14
    dashes = 'stroke-dasharray="7 4" stroke-width="1.5"'
    return [line(x.start, at, x.end, at, LIMIT, dashes), words(x.start + 5, up, told, colour=LIMIT)]


def _curve(field: Field, role: Role) -> list[str]:
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


def _label(field: Field) -> list[str]:
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


def _entries(field: Field) -> list[Entry]:
    growth = field.growth
    entries = [Entry(mark(role, 8, -4), NAMES[role]) for role in (Role.SUBMISSION, Role.REFERENCE)]
    if allowed_fan(growth, field.points) is not None:
        entries.append(Entry(box(0, -10, 16, 11, INK, 0.2, "key"), f"required: {growth.required}"))
    else:
        entries.append(Entry("", f"required: {growth.required}"))
    if any(point.censored for point in field.points):
        entries.append(Entry(stopped(8, 3, YOURS), "stopped by a limit"))
    if field.decides:
        bounds = own_exponents(growth)
        if bounds is not None and slope_fan(growth, field.points) is not None:
            told = f"your slope: {bounds[1]:.2f} ({bounds[0]:.2f} to {bounds[2]:.2f})"
            entries.append(Entry(box(0, -10, 16, 11, YOURS, 0.4, "key"), told))
        elif open_above(growth) and growth.exponent is not None:
            entries.append(Entry("", f"your slope: at least {growth.exponent:.2f}"))
        if deciding_sizes(field.points) is not None:
            entries.append(Entry(box(0, -10, 16, 11, YOURS, 0.12, "key"), "the sizes that decide"))
    return entries
