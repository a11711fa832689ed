"""Wake the worker at once: a FIFO in the home folder, into which whoever queues a submission writes a byte.

The row in the database is the truth and the byte only a hint: where it is lost (another host, a file system without
FIFOs) the worker finds the row when it next looks.
"""

from __future__ import annotations

import os
import select
import stat
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from judge.home import Home

NAME = "wake"


def wake(home: Home) -> None:
    """Never fails and never waits."""
    try:
        handle = os.open(home.folder / NAME, os.O_WRONLY | os.O_NONBLOCK)
    except OSError:
        return  # nobody listens
    try:
        if stat.S_ISFIFO(os.fstat(handle).st_mode):
            os.write(handle, b"!")
    except OSError:
        pass  # full: it will wake anyhow
    finally:
        os.close(handle)


class Listener:
    """The worker's end. `wait` costs nothing while nothing happens."""

    def __init__(self, home: Home) -> None:
        home.make()
        path = home.folder / NAME
        with suppress(OSError):  # there is one, or there can be none
            os.mkfifo(path, 0o600)
        self._handle = _open_fifo(path)

    @property
    def works(self) -> bool:
        return self._handle is not None

    def wait(self, seconds: float) -> bool:
        """Until woken, at most so long; whether woken."""
        if self._handle is None:
            select.select([], [], [], seconds)
            return False
        ready, _, _ = select.select([self._handle], [], [], seconds)
        if ready:
            try:
                os.read(self._handle, 4096)
            except BlockingIOError:
                return False  # another worker took it
        return bool(ready)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _open_fifo(path: Path) -> int | None:
    """Both its ends: with a writer of our own it never comes to its end."""
    try:
        if not path.is_fifo():
            return None
        return os.open(path, os.O_RDWR | os.O_NONBLOCK)
    except OSError:
        return None
