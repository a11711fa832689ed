"""What processes of a crew do in tests; a process of its own finds it here by name."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.synchronize import Barrier
from pathlib import Path

from judge.cli.crew import Made, side_by_side
from judge.cli.proving import Wish
from judge.problem.check import CheckRow

PATIENCE_S = 60


def twice(name: str) -> Iterator[str]:
    """`name` is what to do: "killed" and "raises" end in the middle."""
    yield name
    if name == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if name == "raises":
        raise ValueError("made up")
    if name == "exits":
        sys.exit(3)
    yield name * 2


def where(name: str) -> Iterator[tuple[set[int], int]]:
    from sandbox.native.backend import TURNS

    yield set(os.sched_getaffinity(0)), TURNS


def meet(barrier: Barrier, name: str) -> Iterator[int]:
    yield os.getpid()
    barrier.wait(PATIENCE_S)
    yield -1


@contextmanager
def _held(file: Path) -> Iterator[None]:
    file.touch()
    try:
        yield
    finally:
        file.unlink()


def for_ever(folder: Path, name: str) -> Iterator[int]:
    """Holds a file as long as it goes on, as a sandbox holds its cells."""
    with _held(folder / name):
        yield os.getpid()
        while True:
            signal.pause()


def prove_made_up(wish: Wish, slug: str) -> Iterator[CheckRow]:
    """Two rows; a problem called "broken" dies after the first, one called "differs" has one that does."""
    yield CheckRow(slug, "texts", "written", "holds", True)
    if slug == "broken":
        os.kill(os.getpid(), signal.SIGKILL)
    yield CheckRow(slug, "wrong/a.py", "WA", "AC", slug != "differs", 1_000_000, 5 << 20, "", 7_000_000)


def main(folder: str) -> None:
    """A process that is killed while its crew is at work; says who its crew is."""
    from functools import partial

    for told in side_by_side(deque(["one"]), partial(for_ever, Path(folder)), [None]):
        if isinstance(told, Made):
            print(told.value, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
