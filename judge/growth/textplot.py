"""The growth of one family as plain text, log-log, for a terminal."""

from __future__ import annotations

from judge.growth.scale import AXIS_TITLES, best, count, fitted, of_role, quantity
from judge.report import FamilyGrowth, Role

YOURS, THEIRS, BOTH, STOPPED = "●", "○", "◉", "▲"
ASCII = str.maketrans(
    {YOURS: "*", THEIRS: "o", BOTH: "@", STOPPED: "^", "│": "|", "└": "+", "─": "-", "┤": "+", "┬": "+"}
)


def growth_text(growth: FamilyGrowth, width: int = 64, height: int = 14, unicode: bool = True) -> str:
    """`width` × `height` characters with axes, and a legend below. Without `unicode`: ASCII marks."""
    points = [*of_role(growth, Role.REFERENCE), *of_role(growth, Role.SUBMISSION)]
    if not points:
        return "nothing was measured"
    margin = 9
    width, height = max(30, width), max(6, height)
    x = fitted([p.size for p in points], 0, width - margin - 2, 1.05)
    y = fitted([best(p) for p in points], height - 3, 0, 1.05)
    cells = [[" "] * (width - margin - 1) for _ in range(height - 2)]
    for point in points:
        row, column = round(y.at(best(point))), round(x.at(point.size))
        mark = YOURS if point.role is Role.SUBMISSION else THEIRS
        if point.censored:
            mark = STOPPED
        elif cells[row][column] not in (" ", mark):
            mark = BOTH
        cells[row][column] = mark
    labels = {round(y.at(value)): quantity(value, growth.resource) for value in y.ticks(max(2, height // 3))}
    lines = []
    for number, row_cells in enumerate(cells):
        label = labels.get(number, "")
        lines.append(f"{label:>{margin - 1}} {'┤' if label else '│'}{''.join(row_cells)}".rstrip())
    floor = ["─"] * (width - margin - 1)
    names = [" "] * (width + 8)
    for value in x.ticks(max(2, width // 12)):
        column = round(x.at(value))
        floor[column] = "┬"
        text = count(value)
        at = margin + 1 + column - len(text) // 2
        if all(c == " " for c in names[max(0, at - 1) : at + len(text) + 1]):
            names[at : at + len(text)] = text
    lines.append(" " * margin + "└" + "".join(floor))
    lines.append("".join(names).rstrip() + "  n")
    legend = f"{AXIS_TITLES[growth.resource]}   {YOURS} yours   {THEIRS} reference"
    if any(point.censored for point in points):
        legend += f"   {STOPPED} stopped"
    if growth.measured:
        legend += f"   {growth.measured}"
    lines.append(legend + f" (required: {growth.required})")
    text = "\n".join(lines)
    return text if unicode else text.translate(ASCII)
