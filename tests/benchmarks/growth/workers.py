"""Processes that work on a run with judgements that cost nothing."""

from __future__ import annotations

import os
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from pathlib import Path

from benchmarks.growth.corpus import Label
from benchmarks.growth.plan import Item
from benchmarks.growth.record import Judgement
from benchmarks.growth.rundir import Manifest, RunDir
from benchmarks.growth.worker import take

PATIENCE_S = 60


def stand_in(item: Item) -> Judgement:
    """A judgement that says which process made it."""
    return Judgement("task", item.solution.name, Label.RIGHT, (), 0.0, repeat=os.getpid(), key=item.key)


def always() -> bool:
    """No deadline: what hangs is ended by the time limit of a test."""
    return True


def share(folder: Path, items: list[Item], meet: Barrier) -> None:
    """Works along; its first judgement ends only when the other processes are at theirs."""
    began: list[Item] = []

    def judge(item: Item) -> Judgement:
        if not began:
            began.append(item)
            meet.wait(PATIENCE_S)
        return stand_in(item)

    for _ in take(RunDir.open(folder, Manifest("00")), items, judge, always):
        pass


def hang(folder: Path, items: list[Item], at_work: Connection) -> None:
    """Claims the first, says so, and never ends it."""

    def judge(item: Item) -> Judgement:
        at_work.send(item.key)
        at_work.recv()
        raise AssertionError("nobody answers")

    for _ in take(RunDir.open(folder, Manifest("00")), items, judge, always):
        pass
