"""One judging at a time on one machine: two would disturb each other's measurements.

LANDAU_HOME/judging.lock      held by whoever has the turn
LANDAU_HOME/judging.waiting   shared by those who wait for it, so that a long holder can let them go first
"""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import IO

from judge.home import Home
from judge.store.errors import StoreError


@contextmanager
def turn(home: Home) -> Iterator[Callable[[], None] | None]:
    """Hold the machine's turn inside the block. Yields None when it is ours at once, else what waits for it."""
    with _lock(home, "judging.lock") as file:  # closing it gives the turn back, and so does the end of the process
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield partial(_wait, home, file)
        else:
            yield None


def wanted(home: Home) -> bool:
    """Whether somebody waits for the turn. For who has it."""
    with _lock(home, "judging.waiting") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False


def give_way(home: Home) -> None:
    """Return when those who waited have had the turn given to them. For who has just given it back."""
    with _lock(home, "judging.waiting") as file:
        fcntl.flock(file, fcntl.LOCK_EX)


def _wait(home: Home, file: IO[str]) -> None:
    with _lock(home, "judging.waiting") as waiting:
        fcntl.flock(waiting, fcntl.LOCK_SH)
        fcntl.flock(file, fcntl.LOCK_EX)


def _lock(home: Home, name: str) -> IO[str]:
    path = home.folder / name
    try:
        return path.open("a")
    except OSError as error:
        raise StoreError(f"Cannot write to {path.parent}: {error.strerror or error}.") from error
