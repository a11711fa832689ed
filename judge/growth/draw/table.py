"""A growth's points as rows of text: the plot for those who cannot see it."""

from __future__ import annotations

from collections.abc import Sequence

from judge.growth.draw.scale import INSTRUCTIONS, MEASURES, Measure, best, of_role
from judge.report import FamilyGrowth, Point, Role


def growth_table(growth: FamilyGrowth) -> list[list[str]]:
    """A heading row, then one row a size: the least of the runs, and how far the others lay above it."""
    return _table(growth.points, MEASURES[growth.resource])


def counts_table(growth: FamilyGrowth) -> list[list[str]]:
    """The same of executed instructions."""
    return _table(growth.counts, INSTRUCTIONS)


def _table(points: Sequence[Point], measure: Measure) -> list[list[str]]:
    mine = {point.size: point for point in of_role(points, Role.SUBMISSION)}
    other = {point.size: point for point in of_role(points, Role.REFERENCE)}
    rows = [["n", "your submission", "reference", "ratio"]]
    for size in sorted(mine.keys() | other.keys()):
        a, b = mine.get(size), other.get(size)
        ratio = f"{'≥ ' if a.censored else ''}{best(a) / best(b):.2f}" if a and b else "–"
        rows.append([f"{size:,}", _cell(a, measure), _cell(b, measure), ratio])
    return rows


def _cell(point: Point | None, measure: Measure) -> str:
    if point is None:
        return "–"
    if point.censored:
        return f"≥ {measure.quantity(best(point))}"
    least, most = min(point.values), max(point.values)
    wider = f" +{100 * (most - least) / least:.0f} %" if least and len(point.values) > 1 else ""
    return measure.quantity(least) + wider
