"""A growth plot as the page's policy lets it be drawn."""

from __future__ import annotations

import re

from markupsafe import Markup

from judge.growth.draw import counts_svg, growth_svg
from judge.report import FamilyGrowth, Report

_STYLE = re.compile(r' style="([^"]*)"')


def plot(growth: FamilyGrowth, cpu_limit_ns: int | None = None) -> Markup:
    """The SVG with its colours as presentation attributes: a style attribute would need an exception in the policy."""
    return _lawful(growth_svg(growth, cpu_limit_ns))


def counts_plot(growth: FamilyGrowth) -> Markup:
    """The executed instructions, drawn the same way."""
    return _lawful(counts_svg(growth))


def _lawful(svg: str) -> Markup:
    return Markup(_STYLE.sub(lambda found: _attributes(found[1]), svg))


def cpu_limit(report: Report) -> int | None:
    """The time limit of the report's cases, which the plot draws as a line."""
    return max((case.cpu_limit_ns for case in report.cases if case.cpu_limit_ns), default=None)


def _attributes(style: str) -> str:
    pairs = (declaration.split(":", 1) for declaration in style.split(";") if ":" in declaration)
    return "".join(f' {name.strip()}="{value.strip()}"' for name, value in pairs)
