"""One judging at a time on one machine: two would disturb each other's measurements."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from judge.home import Home
from judge.store.errors import StoreError


@contextmanager
def turn(home: Home) -> Iterator[Callable[[], None] | None]:
    """Hold the machine's turn inside the block. Yields None when it is ours at once, else what waits for it."""
    path = home.folder / "judging.lock"
    try:
        file = path.open("a")
    except OSError as error:
        raise StoreError(f"Cannot write to {path.parent}: {error.strerror or error}.") from error
    with file:  # closing it gives the turn back, and so does the end of the process
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield partial(fcntl.flock, file, fcntl.LOCK_EX)
        else:
            yield None
