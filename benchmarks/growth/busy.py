"""Cores kept busy on purpose, by processes that end with the one that wants them."""

from __future__ import annotations

import fcntl
import multiprocessing
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SLEEP_S = 0.2


@contextmanager
def busy(count: int, folder: Path) -> Iterator[None]:
    """Keeps `count` cores busy, once for all that share `folder`: of several that ask, one does it, and when that one
    ends another takes over."""
    context = multiprocessing.get_context("spawn")
    processes = [
        context.Process(target=spin, args=(os.getpid(), folder / f"busy-{number}"), daemon=True)
        for number in range(count)
    ]
    for process in processes:
        process.start()
    try:
        yield
    finally:
        for process in processes:
            process.kill()
        for process in processes:
            process.join()


def spin(parent: int, lock: Path) -> None:
    """Until the parent is gone; idle while another process holds `lock`."""
    with lock.open("a") as file:
        while os.getppid() == parent:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError:
                time.sleep(SLEEP_S)
        while os.getppid() == parent:
            sum(range(100_000))
