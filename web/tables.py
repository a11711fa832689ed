"""Tables of SQL problems as HTML, and where two of them part. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from judge.problem.literal import InputError
from judge.problem.shown import CUT
from judge.problem.tableread import Written, read_tables
from judge.problem.tabletext import NULL

NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?", re.IGNORECASE)
DIGITS = 9  # of a number that count when two answers are laid side by side
MOST_ROWS = 200  # compared with one another

Row = tuple[str | None, ...]


@dataclass(slots=True)
class _Table:
    name: str
    columns: list[str]
    rows: list[Row]
    cut: str = ""  # "… (3 more rows)"
    marks: dict[tuple[int, int], str] = field(default_factory=dict)  # (row, column): "ins" or "del"


def shown(text: str) -> Markup:
    """What tabletext.py wrote, as tables; anything else as it stands."""
    found = _read(text)
    return Markup().join(map(_drawn, found)) if found else _plain(text)


def difference(expected: str, answer: str) -> tuple[Markup, Markup]:
    """Two results: what only the expected one has in <ins>, what only the answer has in <del>."""
    one, other = _read(expected), _read(answer)
    if not one or not other:
        return shown(expected), shown(answer)
    if not (one[0].cut or other[0].cut):
        _mark(one[0], other[0])
    return _drawn(one[0]), _drawn(other[0])


def _read(text: str) -> list[_Table]:
    try:
        return [_table(written) for written in read_tables(text)]
    except InputError:
        return []


def _table(written: Written) -> _Table:
    rows: list[Row] = [tuple(fields) for _, fields in written.rows]
    left_out = len(rows[-1]) != len(written.columns) or len(rows[-1]) == 1 if rows else False
    cut = ",".join(value or "" for value in rows[-1]) if left_out else ""
    if cut.startswith(f"{CUT} ("):
        return _Table(written.name, written.columns, rows[:-1], cut)
    return _Table(written.name, written.columns, rows)


# ---------------------------------------------------------------- what differs


def _mark(one: _Table, other: _Table) -> None:
    if one.columns != other.columns or max(len(one.rows), len(other.rows)) > MOST_ROWS:
        return
    keys, others = list(map(_key, one.rows)), list(map(_key, other.rows))
    alone, surplus = _alone(keys, others), _alone(others, keys)
    if not alone and not surplus:  # only their order differs
        alone = surplus = [at for at, (a, b) in enumerate(zip(keys, others, strict=True)) if a != b]
    _mark_cells(one, alone, keys, [others[at] for at in surplus], "ins")
    _mark_cells(other, surplus, others, [keys[at] for at in alone], "del")


def _key(row: Row) -> Row:
    """As it is compared here: a difference that no tolerance refuses is not marked."""
    return tuple(f"{float(one):.{DIGITS}g}" if one is not None and NUMBER.fullmatch(one) else one for one in row)


def _alone(rows: Sequence[Row], others: Sequence[Row]) -> list[int]:
    left = Counter(others)
    found = []
    for at, row in enumerate(rows):
        if left[row]:
            left[row] -= 1
        else:
            found.append(at)
    return found


def _mark_cells(table: _Table, places: list[int], keys: list[Row], partners: list[Row], tag: str) -> None:
    """The cells in which a row differs from the nearest one of the other side; all of it where none is near."""
    for place in places:
        row = keys[place]
        unlike = [[at for at, (a, b) in enumerate(zip(row, other, strict=False)) if a != b] for other in partners]
        near = min(unlike, key=len, default=[])
        cells = near if near and 2 * len(near) <= len(row) else range(len(row))
        table.marks.update({(place, at): tag for at in cells})


# ---------------------------------------------------------------- drawing


def _drawn(table: _Table) -> Markup:
    width = len(table.columns)
    numeric = [_is_numeric([row[at] for row in table.rows if at < len(row)]) for at in range(width)]
    head = Markup().join(
        Markup('<th scope="col"{}>{}</th>').format(_class("number" if right else ""), _breakable(name))
        for name, right in zip(table.columns, numeric, strict=True)
    )
    body = Markup().join(
        _row([_cell(value, numeric[at], table.marks.get((place, at))) for at, value in enumerate(row[:width])])
        for place, row in enumerate(table.rows)
    )
    if table.cut or not table.rows:
        body += Markup('<tr class="left-out"><td colspan="{}">{}</td></tr>').format(width, table.cut or "no rows")
    return Markup(
        '<div class="scroll" tabindex="0" role="region" aria-label="{}"><table class="relation"><caption>{}</caption>'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
    ).format(f"Table {table.name}", table.name, head, body)


def _row(cells: list[Markup]) -> Markup:
    return Markup("<tr>{}</tr>").format(Markup().join(cells))


def _cell(value: str | None, right: bool, tag: str | None) -> Markup:
    kind = " ".join(name for name, there in (("null", value is None), ("number", right)) if there)
    text = escape(NULL if value is None else value)
    if tag:
        text = Markup("<{0}>{1}</{0}>").format(Markup(tag), text)
    return Markup("<td{}>{}</td>").format(_class(kind), text)


def _breakable(name: str) -> Markup:
    """A long name may go on below."""
    return Markup("_<wbr>").join(name.split("_"))


def _class(name: str) -> Markup:
    return Markup(' class="{}"').format(name) if name else Markup()


def _is_numeric(values: list[str | None]) -> bool:
    there = [value for value in values if value is not None]
    return bool(there) and all(NUMBER.fullmatch(value) for value in there)


def _plain(text: str) -> Markup:
    return Markup('<pre tabindex="0">{}</pre>').format(text)
