"""How far a run is: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from benchmarks.growth.record import Judgement, is_wrong
from judge.report import Outcome


class Shown(Protocol):
    def show(self, judgement: Judgement) -> None:
        """One judgement more."""


class Counter:
    """Counts, and guesses how long the rest takes from what was seen since the start."""

    def __init__(self, total: int, done: int, wrong: int) -> None:
        self.total, self.done, self.wrong = total, done, wrong
        self._first, self._began = done, monotonic()

    def count(self, judgement: Judgement) -> None:
        self.done += 1
        self.wrong += is_wrong(judgement)

    def left(self, now: float | None = None) -> str:
        """Such as "12 min left"; empty until something is known."""
        made = self.done - self._first
        if not made or self.done >= self.total:
            return ""
        seconds = (self.total - self.done) * ((monotonic() if now is None else now) - self._began) / made
        return f"{seconds:.0f} s left" if seconds < 90 else f"{seconds / 60:.0f} min left"


class Plain:
    def __init__(self, counter: Counter) -> None:
        self.counter = counter

    def show(self, judgement: Judgement) -> None:
        counter = self.counter
        counter.count(judgement)
        state = ", ".join(part for part in (f"{counter.wrong} wrong", counter.left()) if part)
        print(f"[{counter.done}/{counter.total}, {state}] {row(judgement)}", flush=True)


class Bar:
    def __init__(self, counter: Counter, progress: Progress) -> None:
        self.counter, self.progress = counter, progress
        self.task = progress.add_task(
            "judging", total=counter.total, completed=counter.done, wrong=counter.wrong, left=""
        )

    def show(self, judgement: Judgement) -> None:
        self.counter.count(judgement)
        self.progress.console.print(row(judgement), markup=False, highlight=False, soft_wrap=True)
        self.progress.update(self.task, advance=1, wrong=self.counter.wrong, left=self.counter.left())


@contextmanager
def shown(counter: Counter) -> Iterator[Shown]:
    if not sys.stdout.isatty():
        yield Plain(counter)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[wrong]} wrong"),
        TimeElapsedColumn(),
        TextColumn("{task.fields[left]}"),
    )
    with Progress(*columns, console=Console()) as progress:
        yield Bar(counter, progress)


def row(judgement: Judgement) -> str:
    """One judgement in one line."""
    open_ = judgement.outcome is Outcome.INCONCLUSIVE and not judgement.failure
    mark = "!!" if is_wrong(judgement) else "? " if open_ else "  "
    slopes = [
        f"{f.family} {f.resource} {f.outcome} {'-' if f.slope is None else format(f.slope, '+.2f')}"
        + ("" if f.slope_low is None or f.slope_high is None else f" ({f.slope_low:+.2f} to {f.slope_high:+.2f})")
        for f in judgement.families
    ]
    if judgement.failure:
        slopes.append(judgement.failure)
    name = f"{judgement.task}/{judgement.solution}"
    cost = f"{judgement.cpu_ns / 1e9:4.1f} s"
    return f"{mark} {name:34} {judgement.label:6} {judgement.verdict_shown:12} {cost}  {', '.join(slopes)}"
