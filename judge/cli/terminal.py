"""How things look: colour and live displays on a terminal, plain lines elsewhere, marks that the encoding can carry."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text


@dataclass(frozen=True, slots=True)
class Marks:
    good: str
    bad: str
    star: str
    dot: str  # between the parts of a line
    todo: str


UNICODE = Marks("✔", "✘", "★", "·", "·")
ASCII = Marks("ok", "x", "*", "|", "-")


def marks_for(encoding: str | None) -> Marks:
    """The marks, or plain letters where the encoding has none."""
    try:
        "✔✘★·●│".encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return UNICODE


def marks() -> Marks:
    # While a table is redrawn, sys.stdout is a stand-in of rich's that does not tell its encoding.
    return marks_for((sys.__stdout__ or sys.stdout).encoding)


@cache
def console(stderr: bool = False) -> Console:
    """Rich's console on stdout, or where asked for on stderr; it honours NO_COLOR itself."""
    return Console(highlight=False, soft_wrap=True, stderr=stderr)


def is_live(stderr: bool = False) -> bool:
    """Whether a person looks at a terminal that can redraw."""
    return console(stderr).is_terminal and not console(stderr).is_dumb_terminal


def columns(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table on a terminal; elsewhere the same cells as aligned plain lines, nothing cut."""
    cells = [list(row) for row in rows]
    if is_live():
        table = Table(box=None, pad_edge=False, header_style="dim")
        for header in headers:
            table.add_column(header, overflow="fold")
        for row in cells:
            table.add_row(*(Text(cell, style=style_of(cell)) for cell in row))
        console().print(table, soft_wrap=False)
        return
    widths = [max(len(row[i]) for row in [list(headers), *cells]) for i in range(len(headers))]
    for row in [list(headers), *cells]:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


STYLES = {
    "solved": "green", "accepted": "green", "AC": "green", "within": "green", "good": "green",
    "right but too slow": "yellow", "inconclusive": "yellow", "weak": "yellow", "tried": "yellow",
    "exceeds": "red", "WA": "red", "TLE": "red", "MLE": "red", "OLE": "red", "RTE": "red", "CE": "red", "JE": "magenta",
    "missing": "red",
}  # fmt: skip


def style_of(cell: str) -> str:
    m = marks()
    return STYLES.get(cell, {m.good: "green", m.bad: "red", m.star: "yellow"}.get(cell, ""))


def json_option(function: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")(function)


def print_json(document: Any) -> None:
    click.echo(json.dumps(document, ensure_ascii=False, indent=2, default=str))


def duration(value: timedelta) -> str:
    """``12:03``, ``1:02:03``; a negative one with its sign."""
    seconds = int(abs(value.total_seconds()))
    sign = "-" if value < timedelta(0) and seconds else ""
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{sign}{hours}:{minutes:02}:{seconds:02}" if hours else f"{sign}{minutes}:{seconds:02}"


def cpu_time(ns: int) -> str:
    """A CPU time with three figures and its unit."""
    if ns < 1_000_000:
        return f"{ns / 1000:.0f} µs" if marks() is UNICODE else f"{ns / 1000:.0f} us"
    if ns < 1_000_000_000:
        return f"{ns / 1e6:.3g} ms" if ns < 999_500_000 else "1.00 s"
    return f"{ns / 1e9:.2f} s"


def memory(count: int) -> str:
    """A memory amount in the units of limits."""
    if count < 1024 * 1024:
        return f"{count / 1024:.0f} KB"
    return f"{count / (1024 * 1024):.0f} MB"
