"""The growth of one family as plain text, log-log, for a terminal."""

from __future__ import annotations

from judge.growth.draw.curves import allowed_fan
from judge.growth.draw.scale import (
    INSTRUCTIONS,
    MEASURES,
    Measure,
    best,
    by_counts,
    count,
    deciding_sizes,
    fitted,
    of_role,
)
from judge.growth.explain import class_said
from judge.report import FamilyGrowth, Point, Role

YOURS, THEIRS, BOTH, STOPPED, ALLOWED = "●", "○", "◉", "▲", "·"
ASCII = str.maketrans(
    {
        YOURS: "*", THEIRS: "o", BOTH: "@", STOPPED: "^", ALLOWED: ".", "│": "|", "└": "+", "─": "-", "━": "=",
        "┤": "+", "┬": "+", "┯": "+", "√": "sqrt ", "²": "^2", "³": "^3", "ⁿ": "^n", "µ": "u", "≥": ">=", "α": "a",
        "–": "-", "−": "-",
    }
)  # fmt: skip
NARROWEST = 30
MARGIN = 9


def growth_text(growth: FamilyGrowth, width: int = 64, height: int = 14, unicode: bool = True) -> str:
    """`width` × `height` characters with axes, and a legend below. Without `unicode`: ASCII marks."""
    return _text(growth, growth.points, MEASURES[growth.resource], not by_counts(growth), width, height, unicode)


def counts_text(growth: FamilyGrowth, width: int = 64, height: int = 10, unicode: bool = True) -> str:
    """The same of executed instructions, where they were counted."""
    return _text(growth, growth.counts, INSTRUCTIONS, by_counts(growth), width, height, unicode)


def _text(
    growth: FamilyGrowth,
    recorded: list[Point],
    measure: Measure,
    decides: bool,
    width: int,
    height: int,
    unicode: bool,
) -> str:
    points = [*of_role(recorded, Role.REFERENCE), *of_role(recorded, Role.SUBMISSION)]
    if not points:
        return "nothing was measured"
    width, height = max(NARROWEST, width), max(6, height)
    x = fitted([p.size for p in points], 0, width - MARGIN - 2, 1.05)
    y = fitted([best(p) for p in points], height - 3, 0, 1.05)
    cells = [[" "] * (width - MARGIN - 1) for _ in range(height - 2)]
    fan = allowed_fan(growth, points) if decides else None
    if fan is not None:
        for size in fan.sizes:
            cells[round(y.at(fan.middle(size)))][round(x.at(size))] = ALLOWED
    for point in points:
        row, column = round(y.at(best(point))), round(x.at(point.size))
        mark = YOURS if point.role is Role.SUBMISSION else THEIRS
        if point.censored:
            mark = STOPPED
        elif cells[row][column] not in (" ", ALLOWED, mark):
            mark = BOTH
        cells[row][column] = mark
    labels = {round(y.at(value)): measure.quantity(value) for value in y.ticks(max(2, height // 3))}
    lines = []
    for number, row_cells in enumerate(cells):
        label = labels.get(number, "")
        lines.append(f"{label:>{MARGIN - 1}} {'┤' if label else '│'}{''.join(row_cells)}".rstrip())
    floor = ["─"] * (width - MARGIN - 1)
    region = deciding_sizes(points) if decides else None
    if region is not None:
        first, last = (round(x.at(size)) for size in region)
        floor[first : last + 1] = "━" * (last + 1 - first)
    names = [" "] * width
    for value in x.ticks(max(2, width // 12)):
        column = round(x.at(value))
        floor[column] = "┯" if floor[column] == "━" else "┬"
        text = count(value)
        at = min(MARGIN + 1 + column - len(text) // 2, width - 3 - len(text))
        if all(c == " " for c in names[max(0, at - 1) : at + len(text) + 1]):
            names[at : at + len(text)] = text
    lines.append(" " * MARGIN + "└" + "".join(floor))
    lines.append("".join(names)[: width - 2].rstrip() + " n")
    lines += _legend(_entries(growth, points, measure, fan is not None, region is not None), width)
    text = "\n".join(lines)
    return text if unicode else text.translate(ASCII)


def _entries(growth: FamilyGrowth, points: list[Point], measure: Measure, fan: bool, region: bool) -> list[str]:
    roles = {point.role for point in points}
    entries = [measure.title]
    entries += [f"{YOURS} yours"] if Role.SUBMISSION in roles else []
    entries += [f"{THEIRS} reference"] if Role.REFERENCE in roles else []
    entries += [f"{STOPPED} stopped by a limit"] if any(point.censored for point in points) else []
    required = f"required: {class_said(growth.required)}"
    entries.append(f"{ALLOWED} as {required}" if fan else required)
    entries += ["━ the sizes that decide"] if region else []
    entries += [f"measured: {growth.measured}"] if growth.measured else []
    return entries


def _legend(entries: list[str], width: int) -> list[str]:
    """Three spaces between, broken only between entries."""
    lines = [""]
    for entry in entries:
        joined = f"{lines[-1]}   {entry}" if lines[-1] else entry
        if len(joined) > width and lines[-1]:
            lines.append(entry)
        else:
            lines[-1] = joined
    return lines
