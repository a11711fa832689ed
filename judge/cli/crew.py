"""Things done side by side, each in a process of its own that is held on cores of its own.

Processes, not threads: what a judging does besides running cells is Python and would wait for the others' under one
interpreter lock; one that dies takes no other with it; and being told to stop ends it within a cell's run. A sandbox
keeps its own cells on different cores but knows nothing of another process's, so each is held on its cores before it
opens one, and all that it starts inherits that.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum, auto
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import FrameType
from typing import Any

Place = frozenset[int] | None  # hardware threads; None: wherever there is room
PATIENCE_S = 10.0  # for a process that was told to stop
STOPPED = 130


@dataclass(frozen=True, slots=True)
class Began:
    name: str


@dataclass(frozen=True, slots=True)
class Made:
    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class Ended:
    """`fault`: what went wrong, in a sentence; empty where nothing did."""

    name: str
    fault: str = ""


Told = Began | Made | Ended


class _Said(Enum):
    MADE = auto()
    FAILED = auto()
    ENDED = auto()


@dataclass(frozen=True, slots=True)
class _Member:
    name: str
    place: Place
    process: BaseProcess


def share_out(cores: Sequence[frozenset[int]], count: int) -> list[Place]:
    """Whole cores for so many processes, evenly; more processes than cores share them, one core each."""
    if not cores:
        return [None] * count
    return [frozenset().union(*(cores[at::count] or [cores[at % len(cores)]])) for at in range(count)]


def side_by_side(
    left: deque[str],
    work: Callable[[str], Iterable[Any]],
    places: Sequence[Place],
    go_on: Callable[[], bool] = lambda: True,
) -> Generator[Told]:
    """Does `work` for the names of `left`, taking them out, one process at each place at a time; tells what each makes
    as it makes it. Begins at every place, then more only while `go_on` says so; ends when all that began have ended.
    Closing it ends the processes. `work` and what it makes must be picklable."""
    context = multiprocessing.get_context("spawn")
    free = list(places)
    running: dict[Connection, _Member] = {}
    try:
        begin = True
        while True:
            while left and free and (begin or go_on()):
                name, place = left.popleft(), free.pop(0)
                ours, theirs = context.Pipe()
                process = context.Process(target=_work, args=(work, name, place, theirs), daemon=True)
                with _interrupt_held():
                    process.start()
                    running[ours] = _Member(name, place, process)
                theirs.close()
                yield Began(name)
            begin = False
            if not running:
                return
            for pipe in wait(list(running)):
                assert isinstance(pipe, Connection)
                told = _heard(pipe, running[pipe])
                if isinstance(told, Ended):
                    free.append(running.pop(pipe).place)
                    pipe.close()
                yield told
    finally:
        _stop(running)


def _heard(pipe: Connection, member: _Member) -> Told:
    try:
        said, value = pipe.recv()
    except (EOFError, OSError):
        member.process.join(PATIENCE_S)
        return Ended(member.name, _how(member.process.exitcode))
    if said is _Said.MADE:
        return Made(member.name, value)
    member.process.join(PATIENCE_S)
    return Ended(member.name, value if said is _Said.FAILED else "")


def _how(code: int | None) -> str:
    if code is not None and code < 0:
        return f"its process was ended by {signal.Signals(-code).name}"
    return f"its process ended with {code} in the middle"


def _stop(running: dict[Connection, _Member]) -> None:
    for member in running.values():
        member.process.terminate()
    for pipe, member in running.items():
        member.process.join(PATIENCE_S)
        if member.process.is_alive():
            member.process.kill()
            member.process.join()
        pipe.close()


@contextmanager
def _interrupt_held() -> Iterator[None]:
    """Ctrl-C reaches every process of a terminal: a new one must know what to do with it before it may."""
    held = {signal.SIGINT}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, held)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# ------------------------------------------------------------ in the process


def _work(work: Callable[[str], Iterable[Any]], name: str, place: Place, pipe: Connection) -> None:
    signal.signal(signal.SIGTERM, _told_to_stop)
    signal.signal(signal.SIGINT, _not_ours)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    if place is not None:
        with suppress(OSError):  # a host that lets nobody choose
            os.sched_setaffinity(0, place)
    threading.Thread(target=_end_with, args=(pipe,), daemon=True).start()
    try:
        try:
            for value in work(name):
                pipe.send((_Said.MADE, value))
        except Exception as error:
            pipe.send((_Said.FAILED, f"{type(error).__name__}: {error}"))
        else:
            pipe.send((_Said.ENDED, None))
    except (KeyboardInterrupt, OSError):  # told to stop, or nobody listens any more
        sys.exit(STOPPED)


def _end_with(pipe: Connection) -> None:
    """Whoever started us never says anything; that its end of the pipe is closed means that it is gone."""
    with suppress(EOFError, OSError):
        pipe.recv()
    os.kill(os.getpid(), signal.SIGTERM)


def _told_to_stop(number: int, frame: FrameType | None) -> None:
    signal.signal(signal.SIGTERM, _not_ours)  # once: what cleans up is not to be stopped
    raise KeyboardInterrupt


def _not_ours(number: int, frame: FrameType | None) -> None:
    """Who started us gets it too, and says what to do. A function, since what is ignored is inherited."""
