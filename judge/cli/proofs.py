"""How proving problems looks: lines or bars while it goes on, then a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from judge.cli.crew import Began, Ended
from judge.cli.proving import Waits, Wish, read
from judge.cli.terminal import columns, console, cpu_time, is_live, marks, memory
from judge.problem.bank import Bank
from judge.problem.check import CheckRow, count_rows
from judge.problem.faults import ProblemError

Proof = Began | CheckRow | Ended | Waits
HEADERS = ("problem", "submission", "expected", "got", "CPU", "in all", "")


@contextmanager
def listening(bank: Bank, slugs: Sequence[str], aside: bool, wish: Wish) -> Iterator[Callable[[Proof], None]]:
    """What shows proofs as they come; `aside`: on stderr, for stdout is a program's to read."""
    counts = {slug: _count(bank, slug, wish) for slug in slugs}
    if is_live(aside):
        shown = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
        with Progress(*shown, TextColumn("{task.fields[at]}"), console=console(aside), transient=True) as progress:
            yield Bars(progress, counts).hear
    else:
        yield Lines(counts, console(aside)).hear


class Lines:
    """One line a proof; a problem alone needs not be named on each."""

    def __init__(self, counts: dict[str, int], out: Console) -> None:
        self.out = out
        self.total = sum(counts.values())
        self.several = len(counts) > 1
        self.done = 0
        self.waited = ""

    def hear(self, one: Proof) -> None:
        match one:
            case Waits(why=why) if (words := why.rstrip(" .")) != self.waited:
                self.waited = words  # the dots behind it are for who sees them grow
                self.out.print(words, markup=False)
            case Began(name=slug) if not self.several:
                self.out.print(slug, markup=False)
            case CheckRow():
                self.done += 1
                say(one, f"[{self.done}/{self.total}] {one.problem} " if self.several else "  ", self.out)


class Bars:
    """A bar for each problem at work and one for all; what is proved scrolls by above where only one problem is asked
    for, else only what is not as it should be: the table will tell the rest."""

    def __init__(self, progress: Progress, counts: dict[str, int]) -> None:
        self.progress = progress
        self.counts = counts
        self.several = len(counts) > 1
        self.all = progress.add_task("all", total=sum(counts.values()), visible=self.several, at="")
        self.bars: dict[str, TaskID] = {}

    def hear(self, one: Proof) -> None:
        match one:
            case Waits(why=why):
                self.progress.update(self.all, visible=True, at=why)
            case Began(name=slug):
                self.progress.update(self.all, visible=self.several, at="")
                self.bars[slug] = self.progress.add_task(slug, total=self.counts[slug], at="")
            case CheckRow():
                self.progress.advance(self.all)
                if one.problem in self.bars:
                    self.progress.update(self.bars[one.problem], advance=1, at=one.what)
                if not (self.several and one.ok and not one.first):
                    say(one, f"{one.problem} " if self.several else "  ", self.progress.console)
            case Ended(name=slug):
                self.progress.remove_task(self.bars.pop(slug))


def say(row: CheckRow, before: str, out: Console) -> None:
    figures = f"{cpu_time(row.cpu_ns):>8} {memory(row.memory_bytes):>7}" if row.cpu_ns else " " * 16
    got = row.got if row.ok else f"{row.got} (expected: {row.expected})"
    out.print(f"{before}{mark(row)} {row.what:<40} {figures}  {got}", markup=False)
    if row.first:
        out.print(f"      only at the second try; at first: {row.first}", markup=False)
    if row.detail:
        for line in row.detail.splitlines():
            out.print(f"      {line}", markup=False)


def say_all(slugs: Sequence[str], rows: Sequence[CheckRow]) -> None:
    """The table, where there are several problems; what is wrong, once more and with all that is known of it."""
    if len(slugs) > 1 and rows:
        columns(HEADERS, table(slugs, rows))
    wrong = [row for row in rows if not row.ok]
    proved = {row.problem for row in rows}
    of = "" if len(proved) == len(slugs) else f" of {len(slugs)}"
    unsteady = [row for row in rows if row.first]
    tries = f", {len(unsteady)} only at the second try" if unsteady else ""
    click.echo(f"{len(proved)}{of} problem(s), {len(rows)} proofs, {len(wrong)} not as they should be{tries}")
    for row in wrong + unsteady:
        if len(slugs) > 1:
            say(row, f"{row.problem} ", console())
        else:
            click.echo(f"{mark(row)} {row.problem}: {row.what}")


def table(slugs: Sequence[str], rows: Sequence[CheckRow]) -> list[tuple[str, ...]]:
    """A row for each known submission, and one for all parts of a problem's folder that hold. `CPU` is the slowest
    case's, `in all` that of every run that the verdict rests on."""
    made: list[tuple[str, ...]] = []
    for slug in slugs:
        mine = [row for row in rows if row.problem == slug]
        holding = [row for row in mine if row.ok and "/" not in row.what]
        if holding:
            made.append((slug, "its folder", "all parts hold", f"{len(holding)} hold", "", "", marks().good))
        made += [
            (slug, row.what, row.expected, row.got, _time(row.cpu_ns), _time(row.judged_cpu_ns), mark(row))
            for row in mine
            if row not in holding
        ]
    return made


def mark(row: CheckRow) -> str:
    return marks().good if row.ok else marks().bad


def _time(ns: int) -> str:
    return cpu_time(ns) if ns else ""


def _count(bank: Bank, slug: str, wish: Wish) -> int:
    """A folder that cannot be read is one row."""
    try:
        return count_rows(read(bank, slug, wish))
    except ProblemError:
        return 1
