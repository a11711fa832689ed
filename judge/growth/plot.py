"""The growth of one family as an inline SVG: drawn on the server, no script, the same bytes for the same measurement.

Colours are CSS custom properties with fallbacks that read on light and on dark ground; role is told by shape as well
as colour (blue and orange, which colour-blind people can tell apart).
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from html import escape

from judge.growth.complexity import ComplexityError, parse_class
from judge.growth.scale import AXIS_TITLES, Axis, best, count, fitted, of_role, quantity
from judge.report import FamilyGrowth, Outcome, Point, Resource, Role

WIDTH, HEIGHT = 560, 340
LEFT, RIGHT, TOP, BOTTOM = 74, 18, 28, 66
# The band around the required class: what a right solution may differ by, in powers of n.
BAND = 0.2
YOURS = "var(--growth-submission, #1f83c9)"
THEIRS = "var(--growth-reference, #e69f00)"
LIMIT = "var(--growth-limit, #d55e00)"
INK = "var(--growth-ink, currentColor)"
_NAMES = {Role.SUBMISSION: "your submission", Role.REFERENCE: "reference"}


def growth_svg(growth: FamilyGrowth, cpu_limit_ns: int | None = None) -> str:
    """A self-contained ``<svg>``; `cpu_limit_ns` draws a time limit where it lies in view."""
    mine, other = of_role(growth, Role.SUBMISSION), of_role(growth, Role.REFERENCE)
    name = "growth-" + hashlib.blake2b(growth.model_dump_json().encode(), digest_size=5).hexdigest()
    points = [*mine, *other]
    if not points:
        return _frame(name, growth, [_text(WIDTH / 2, HEIGHT / 2, "nothing was measured", anchor="middle")])
    x = fitted([p.size for p in points], LEFT, WIDTH - RIGHT, 1.15)
    y = fitted([max(1.0, v) for p in points for v in (*p.values, best(p))], HEIGHT - BOTTOM, TOP)
    limit = cpu_limit_ns if growth.resource is Resource.TIME else None
    parts = [*_axes(x, y, growth.resource), *_band(growth, other or mine, x, y)]
    if limit is not None and y.low < limit < y.high:
        at = y.at(limit)
        parts.append(_line(LEFT, at, WIDTH - RIGHT, at, LIMIT, 'stroke-dasharray="7 4" stroke-width="1.5"'))
        parts.append(_text(WIDTH - RIGHT - 4, at - 5, f"time limit {quantity(limit, growth.resource)}", "end", LIMIT))
    for role, series, colour in ((Role.REFERENCE, other, THEIRS), (Role.SUBMISSION, mine, YOURS)):
        parts += _curve(role, series, colour, x, y, growth.resource)
    if mine and growth.measured:
        parts.append(_label(mine[-1], growth.measured, x, y))
    parts += _legend(growth)
    return _frame(name, growth, parts)


def growth_table(growth: FamilyGrowth) -> list[list[str]]:
    """The same in words: a heading row, then one row a size."""
    mine = {p.size: p for p in of_role(growth, Role.SUBMISSION)}
    other = {p.size: p for p in of_role(growth, Role.REFERENCE)}
    rows = [["n", "your submission", "reference", "ratio"]]
    for size in sorted(mine.keys() | other.keys()):
        a, b = mine.get(size), other.get(size)
        ratio = f"{'≥ ' if a.censored else ''}{best(a) / best(b):.2f}" if a and b else "–"
        rows.append([f"{size:,}", _cell(a, growth.resource), _cell(b, growth.resource), ratio])
    return rows


def _cell(point: Point | None, resource: Resource) -> str:
    if point is None:
        return "–"
    return ("≥ " if point.censored else "") + quantity(best(point) if max(point.values) else 0, resource)


def _frame(name: str, growth: FamilyGrowth, parts: Sequence[str]) -> str:
    title = f"Growth of {AXIS_TITLES[growth.resource]} on {growth.family}: {growth.outcome}"
    said = growth.reason or "no reason recorded"
    about = f"Log-log plot. {said}. Required: {growth.required}. Measured: {growth.measured or 'not told'}."
    return (
        f'<svg class="growth-plot" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc" font-family="system-ui, sans-serif" font-size="12">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{escape(about)}</desc>'
        + "".join(parts)
        + "</svg>"
    )


def _axes(x: Axis, y: Axis, resource: Resource) -> list[str]:
    parts = []
    grid = 'stroke-width="1" stroke-opacity="0.15"'
    for value in x.ticks():
        parts.append(_line(x.at(value), y.start, x.at(value), y.end, INK, grid))
        parts.append(_text(x.at(value), y.start + 17, count(value), "middle"))
    for value in y.ticks():
        parts.append(_line(x.start, y.at(value), x.end, y.at(value), INK, grid))
        parts.append(_text(x.start - 7, y.at(value) + 4, quantity(value, resource), "end"))
    parts.append(_line(x.start, y.start, x.end, y.start, INK, 'stroke-width="1"'))
    parts.append(_line(x.start, y.start, x.start, y.end, INK, 'stroke-width="1"'))
    parts.append(_text((x.start + x.end) / 2, y.start + 34, "n", "middle", style='font-style="italic"'))
    middle = (y.start + y.end) / 2
    turned = f'transform="rotate(-90 14 {_n(middle)})"'
    parts.append(_text(14, middle, AXIS_TITLES[resource], "middle", style=turned))
    return parts


def _band(growth: FamilyGrowth, anchor: Sequence[Point], x: Axis, y: Axis) -> list[str]:
    """The required class over the reference's fixed cost, through its largest size; as wide as right ones differ."""
    try:
        required = parse_class(growth.required)
    except ComplexityError:
        return []
    if required.exponential or not anchor:
        return []
    end, floor = anchor[-1], 0.9 * min(best(point) for point in anchor)
    sizes = [anchor[0].size * (end.size / anchor[0].size) ** (i / 12) for i in range(13)]

    def at(size: float, wider: float) -> str:
        shape = (size / end.size) ** (required.exponent + wider)
        logs = (math.log(max(size, 3)) / math.log(max(end.size, 3))) ** required.log_power
        return f"{_n(x.at(size))},{_n(y.at(floor + (best(end) - floor) * shape * logs))}"

    edge = [at(size, -BAND) for size in sizes] + [at(size, BAND) for size in reversed(sizes)]
    line = " ".join(at(size, 0) for size in sizes)
    return [
        f'<polygon class="required" points="{" ".join(edge)}" style="fill:{INK}" fill-opacity="0.1"/>',
        f'<polyline points="{line}" fill="none" style="stroke:{INK}" stroke-opacity="0.45" stroke-dasharray="2 3"/>',
    ]


def _curve(role: Role, series: Sequence[Point], colour: str, x: Axis, y: Axis, resource: Resource) -> list[str]:
    path = " ".join(f"{_n(x.at(p.size))},{_n(y.at(best(p)))}" for p in series)
    dash = ' stroke-dasharray="6 3"' if role is Role.REFERENCE else ""
    parts = [f'<polyline points="{path}" fill="none" style="stroke:{colour}" stroke-width="1.8"{dash}/>']
    for point in series:
        at, top = x.at(point.size), y.at(max(1, *point.values, 1))
        shown = quantity(best(point), resource)
        words = f"{_NAMES[role]}, n = {point.size:,}: {'at least ' if point.censored else ''}{shown}"
        mark = f"<g><title>{escape(words)}</title>"
        if point.censored:
            mark += _censored(at, y.at(best(point)), colour)
        else:
            mark += _line(at, y.at(best(point)), at, top, colour, 'stroke-width="1.2" stroke-opacity="0.7"')
            mark += _mark(role, at, y.at(best(point)), colour)
        parts.append(mark + "</g>")
    return parts


def _mark(role: Role, at: float, up: float, colour: str) -> str:
    if role is Role.SUBMISSION:
        return f'<circle cx="{_n(at)}" cy="{_n(up)}" r="4" style="fill:{colour}"/>'
    square = f'x="{_n(at - 3.5)}" y="{_n(up - 3.5)}" width="7" height="7"'
    return f'<rect {square} style="fill:none;stroke:{colour}" stroke-width="2"/>'


def _censored(at: float, up: float, colour: str) -> str:
    """An arrow upwards: it was stopped here, its cost is at least this."""
    shaft = _line(at, up, at, up - 13, colour, 'stroke-width="2"')
    head = f"{_n(at - 5)},{_n(up - 9)} {_n(at)},{_n(up - 17)} {_n(at + 5)},{_n(up - 9)}"
    return f'{shaft}<polygon class="censored" points="{head}" style="fill:{colour}"/>'


def _label(point: Point, text: str, x: Axis, y: Axis) -> str:
    at, up = x.at(point.size), y.at(best(point))
    left = at > (x.start + x.end) / 2
    lower = 18 if up < TOP + 26 else -12
    return _text(at - 8 if left else at + 8, up + lower, text, "end" if left else "start", YOURS, 'font-weight="600"')


def _legend(growth: FamilyGrowth) -> list[str]:
    up = HEIGHT - 12
    parts = [_mark(Role.SUBMISSION, LEFT + 6, up - 4, YOURS), _text(LEFT + 16, up, "your submission")]
    parts += [_mark(Role.REFERENCE, LEFT + 136, up - 4, THEIRS), _text(LEFT + 146, up, "reference")]
    parts.append(
        f'<rect x="{LEFT + 226}" y="{up - 10}" width="16" height="11" style="fill:{INK}" fill-opacity="0.18"/>'
    )
    parts.append(_text(LEFT + 248, up, f"required: {growth.required}"))
    if any(point.censored for point in growth.points):
        parts.append(_censored(LEFT + 396, up + 3, YOURS) + _text(LEFT + 406, up, "stopped"))
    if growth.outcome is Outcome.INCONCLUSIVE:
        parts.append(_text(WIDTH - RIGHT, TOP + 2, "inconclusive", "end"))
    return parts


def _line(x1: float, y1: float, x2: float, y2: float, colour: str, style: str) -> str:
    return f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}" style="stroke:{colour}" {style}/>'


def _text(x: float, y: float, text: str, anchor: str = "start", colour: str = INK, style: str = "") -> str:
    return (
        f'<text x="{_n(x)}" y="{_n(y)}" text-anchor="{anchor}" style="fill:{colour}"'
        f"{' ' + style if style else ''}>{escape(text)}</text>"
    )


def _n(value: float) -> str:
    return f"{value:.1f}"
