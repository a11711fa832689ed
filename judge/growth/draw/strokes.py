"""The strokes of a plot as SVG text: lines, marks, words, a legend that wraps. Colours are CSS custom properties with
fallbacks that read on light and on dark ground."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from judge.report import Role

YOURS = "var(--growth-submission, #1f83c9)"
THEIRS = "var(--growth-reference, #e69f00)"
LIMIT = "var(--growth-limit, #d55e00)"
INK = "var(--growth-ink, currentColor)"
LETTER = 7.1  # a generous width, so that another font does not make words overlap
LEGEND_LINE = 19


def line(x1: float, y1: float, x2: float, y2: float, colour: str, style: str = "") -> str:
    return f'<line x1="{n(x1)}" y1="{n(y1)}" x2="{n(x2)}" y2="{n(y2)}" style="stroke:{colour}" {style}/>'


def words(x: float, y: float, text: str, anchor: str = "start", colour: str = INK, style: str = "") -> str:
    return (
        f'<text x="{n(x)}" y="{n(y)}" text-anchor="{anchor}" style="fill:{colour}"'
        f"{' ' + style if style else ''}>{escape(text)}</text>"
    )


def path(corners: Sequence[tuple[float, float]], colour: str, style: str) -> str:
    return f'<polyline points="{_joined(corners)}" fill="none" style="stroke:{colour}" {style}/>'


def area(corners: Sequence[tuple[float, float]], colour: str, opacity: float, name: str) -> str:
    return f'<polygon class="{name}" points="{_joined(corners)}" style="fill:{colour}" fill-opacity="{opacity}"/>'


def box(x: float, y: float, width: float, height: float, colour: str, opacity: float, name: str) -> str:
    size = f'width="{n(width)}" height="{n(height)}"'
    return f'<rect class="{name}" x="{n(x)}" y="{n(y)}" {size} style="fill:{colour}" fill-opacity="{opacity}"/>'


def mark(role: Role, x: float, y: float) -> str:
    """Shape and colour both tell the role: a filled circle is the submission, an open square the reference."""
    if role is Role.SUBMISSION:
        return f'<circle cx="{n(x)}" cy="{n(y)}" r="4" style="fill:{YOURS}"/>'
    square = f'x="{n(x - 4.5)}" y="{n(y - 4.5)}" width="9" height="9"'  # seen around a circle on the same spot
    return f'<rect {square} style="fill:none;stroke:{THEIRS}" stroke-width="1.8"/>'


def spread(x: float, low: float, high: float, colour: str) -> str:
    """From the least run to the most: a line with a foot at its far end."""
    style = 'stroke-width="1.2" stroke-opacity="0.75"'
    return line(x, low, x, high, colour, style) + line(x - 3, high, x + 3, high, colour, style)


def stopped(x: float, y: float, colour: str) -> str:
    """An arrow upwards: it was stopped here, its cost is at least this."""
    shaft = line(x, y, x, y - 13, colour, 'stroke-width="2"')
    head = f"{n(x - 5)},{n(y - 9)} {n(x)},{n(y - 17)} {n(x + 5)},{n(y - 9)}"
    return f'{shaft}<polygon class="censored" points="{head}" style="fill:{colour}"/>'


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the legend. `sign` is drawn around (8, -4) of the words' left end."""

    sign: str
    text: str

    @property
    def width(self) -> float:
        return 22 + LETTER * len(self.text) + 12


def legend_rows(entries: Sequence[Entry], width: float) -> list[list[Entry]]:
    """The entries broken into rows that fit."""
    rows: list[list[Entry]] = []
    left = 0.0
    for entry in entries:
        if not rows or left + entry.width > width:
            rows.append([])
            left = 0.0
        rows[-1].append(entry)
        left += entry.width
    return rows


def legend(rows: Sequence[Sequence[Entry]], x: float, y: float) -> list[str]:
    parts = []
    for number, row in enumerate(rows):
        left = x
        for entry in row:
            at = f"translate({n(left)} {n(y + number * LEGEND_LINE)})"
            parts.append(f'<g transform="{at}">{entry.sign}{words(22, 0, entry.text)}</g>')
            left += entry.width
    return parts


def n(value: float) -> str:
    return f"{value:.1f}"


def _joined(corners: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{n(x)},{n(y)}" for x, y in corners)
