"""The growth of one family as an inline SVG: drawn on the server, no script, the same bytes for the same measurement.

Log-log. The submission's and the reference's points with the spread of their runs; a grey fan, the required class from
where the submission stood at the first deciding size; a coloured one, its measured slope with its interval; the sizes
that decided; the time limit; an arrow where a limit stopped it. Role is told by shape as well as colour.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from html import escape

from judge.growth.draw.curves import allowed_fan, open_above, own_exponents, slope_fan
from judge.growth.draw.layers import NAMES, Field, draw_axes, draw_curve, draw_fans, draw_label, draw_limit, draw_region
from judge.growth.draw.scale import (
    INSTRUCTIONS,
    MEASURES,
    Measure,
    best,
    by_counts,
    deciding_sizes,
    fitted,
    of_role,
)
from judge.growth.draw.strokes import (
    INK,
    LEGEND_LINE,
    YOURS,
    Entry,
    box,
    legend,
    legend_rows,
    mark,
    n,
    stopped,
    words,
)
from judge.growth.explain import class_said
from judge.report import FamilyGrowth, Point, Resource, Role

WIDTH, LEFT, RIGHT, TOP = 460, 72, 14, 16
TALL, SMALL = 250, 150  # the height of the plotted field
UNDER = 46  # below it: sizes and the axis' title
NEAR_LIMIT = 12  # a time limit this many times above all points is still drawn


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
    parts = [*draw_region(field), *draw_axes(field), *draw_fans(field)]
    if limit is not None and field.y.low < limit < field.y.high:
        parts += draw_limit(field, limit)
    for role in (Role.REFERENCE, Role.SUBMISSION):
        parts += draw_curve(field, role)
    parts += draw_label(field)
    rows = legend_rows(entries, WIDTH - 16)
    parts += legend(rows, 10, TOP + height + UNDER + 14)
    return _frame(growth, measure, TOP + height + UNDER + 8 + LEGEND_LINE * len(rows), parts)


def _frame(growth: FamilyGrowth, measure: Measure, height: float, parts: Sequence[str]) -> str:
    title = f"Growth of {measure.title} on {growth.family}: {growth.outcome}"
    said = growth.reason or "no reason recorded"
    about = f"Log-log plot. {said}. Required: {class_said(growth.required)}. Measured: {growth.measured or 'not told'}."
    drawn = f"{measure.title} {growth.model_dump_json()}"
    name = "growth-" + hashlib.blake2b(drawn.encode(), digest_size=5).hexdigest()
    return (
        f'<svg class="growth-plot" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {n(height)}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc" font-family="system-ui, sans-serif" font-size="12">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{escape(about)}</desc>'
        + "".join(parts)
        + "</svg>"
    )


def _entries(field: Field) -> list[Entry]:
    growth = field.growth
    entries = [Entry(mark(role, 8, -4), NAMES[role]) for role in (Role.SUBMISSION, Role.REFERENCE)]
    if allowed_fan(growth, field.points) is not None:
        entries.append(Entry(box(0, -10, 16, 11, INK, 0.2, "key"), f"required: {class_said(growth.required)}"))
    else:
        entries.append(Entry("", f"required: {class_said(growth.required)}"))
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
