"""Proving problems, several at a time, in the machine's turn."""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from judge.cli.app import App
from judge.cli.crew import Began, Ended, Made, Place, share_out, side_by_side
from judge.problem.check import CheckRow
from judge.problem.faults import ProblemError
from judge.problem.load import load_problem, with_others
from judge.problem.model import Expected, Problem

if TYPE_CHECKING:
    from judge.growth.calibration import Calibration
    from judge.problem.bank import Bank
    from sandbox.api import Sandbox

log = logging.getLogger(__name__)

MEASURED = frozenset({Expected.ACCEPTED, Expected.TOO_SLOW, Expected.TOO_MUCH_MEMORY})
PROCESS_BYTES = 1 << 30  # what one process and its cells may well need


@dataclass(frozen=True, slots=True)
class Wish:
    """How each is proved; see judge.problem.check. `also`: the folder of load.with_others. `calibration` is found out
    by ``prove``."""

    full: bool = False
    fast: bool = False
    again: bool = False
    calibration: Calibration | None = None
    also: Path | None = None


@dataclass(frozen=True, slots=True)
class Waits:
    """`why`: a sentence, while nothing is proved yet."""

    why: str


def read(bank: Bank, slug: str, wish: Wish) -> Problem:
    """What is to be proved; fast, a draft, too. Raises ProblemError."""
    try:
        problem = bank.get(slug)
    except ProblemError:
        if not wish.fast:
            raise
        problem = load_problem(bank.folder / slug, draft=True)
    return problem if wish.also is None else with_others(problem, wish.also)


def prove_one(wish: Wish, slug: str) -> Iterator[CheckRow]:
    """The rows of one problem; a folder that cannot be read is one row."""
    from judge.problem.cases import CaseMaker
    from judge.problem.check import check_problem
    from sandbox import open_sandbox

    app = App()
    try:
        problem = read(app.bank, slug, wish)
    except ProblemError as error:
        yield unreadable(slug, error)
        return
    try:
        with open_sandbox() as sandbox:
            maker = CaseMaker(problem, sandbox, app.home.secret, app.home.cache)
            yield from check_problem(
                problem,
                sandbox,
                maker,
                full=wish.full,
                fast=wish.fast,
                again=wish.again,
                calibration=wish.calibration,
            )
    except Exception:
        log.exception("proving %s failed", slug)
        raise


def prove(
    app: App,
    slugs: Sequence[str],
    wish: Wish,
    jobs: int | None = None,
    late: Callable[[], bool] = lambda: False,
    work: Callable[[Wish, str], Iterator[CheckRow]] = prove_one,
) -> Generator[Began | CheckRow | Ended | Waits]:
    """The rows of all problems as they are proved, `jobs` problems at once (default: as many as this host has cores and
    memory for). One that ends in the middle gets a row that says so. The machine's turn is given back between two
    problems where somebody waits for it. `late`: whether to begin no further problem. `work`: what proves one."""
    from judge.dispatch.turn import give_way, turn, wanted
    from sandbox import open_sandbox

    app.home.make()
    left = deque(slugs)
    ready: Wish | None = None
    while left and not late():
        with turn(app.home) as waiting:
            if waiting is not None:
                yield Waits("waiting for another judging to finish")
                waiting()
            if ready is None:  # once, with nothing beside it
                with open_sandbox() as sandbox:  # also so that a host that cannot is told once
                    calibration = None if wish.fast else (yield from _calibration(app, sandbox))
                    places = _places(jobs, len(slugs), sandbox.strength().backend)
                ready = replace(wish, calibration=calibration)
            crew = side_by_side(left, partial(work, ready), places, lambda: not (late() or wanted(app.home)))
            with closing(crew):
                for told in crew:
                    match told:
                        case Made(value=row):
                            yield row
                        case Ended(name=slug, fault=fault) if fault:
                            yield CheckRow(slug, "check", "comes to its end", "broke off", ok=False, detail=fault)
                            yield told
                        case _:
                            yield told
        give_way(app.home)


def dearest_first(bank: Bank, slugs: Sequence[str]) -> list[str]:
    """So that no place goes on alone for long at the end: growth is what takes time."""

    def measured(slug: str) -> int:
        try:
            return sum(known.expected in MEASURED for known in bank.get(slug).known)
        except ProblemError:
            return 0

    return sorted(slugs, key=measured, reverse=True)


def unreadable(slug: str, error: ProblemError) -> CheckRow:
    """Blanks are told by their number, so that the faults among them are not overlooked: these come first."""
    faults = sorted(error.faults, key=lambda fault: fault.blank)
    blanks = sum(fault.blank for fault in faults)
    counts = [(len(faults) - blanks, "fault"), (blanks, "blank")]
    got = " and ".join(f"{count} {word}{'s' if count > 1 else ''}" for count, word in counts if count)
    detail = "\n".join(map(str, faults))
    return CheckRow(slug, "folder", "no faults, no blanks", f"{got} left", ok=False, detail=detail)


def _calibration(app: App, sandbox: Sandbox) -> Generator[Waits, None, Calibration]:
    """What judging a person's submission takes into account, too. For whoever has the turn."""
    from judge.dispatch.calibrated import calibrated

    steps = calibrated(app.home, sandbox)
    while True:
        try:
            yield Waits(next(steps).text)
        except StopIteration as end:
            made: Calibration = end.value
            return made


def _places(jobs: int | None, problems: int, backend: str) -> list[Place]:
    """Cells of another backend than the native one are not ours to hold on a core: by default one at a time."""
    cores: list[frozenset[int]] = []
    if backend == "native" and hasattr(os, "sched_setaffinity"):
        from sandbox.native.cores import find_cores

        cores = find_cores()
    if jobs is None:
        from psutil import virtual_memory

        jobs = min(len(cores), virtual_memory().available // PROCESS_BYTES)
    return share_out(cores, max(1, min(jobs, problems)))
