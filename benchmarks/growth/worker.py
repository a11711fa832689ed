"""One process that judges, beside others on the same run."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from types import FrameType

from benchmarks.growth.busy import busy
from benchmarks.growth.corpora import faults_of, tasks_of
from benchmarks.growth.measure import judge_one, maker_of, why_not_here
from benchmarks.growth.plan import Item, chosen, planned, stratified
from benchmarks.growth.record import Judgement
from benchmarks.growth.rundir import BadRun, Manifest, RunDir
from sandbox import open_sandbox
from sandbox.api import SandboxError

WAIT_S = 0.5
STOPPED = 130
CANNOT = 2


def items_of(manifest: Manifest) -> tuple[list[Item], dict[str, str]]:
    """What the run judges on this host, and why not the rest: task/solution to reason."""
    pairs = chosen(tasks_of(manifest.corpus), manifest.only, manifest.kind)
    refused = faults_of(manifest.corpus)
    refused |= {f"{task.name}/{one.name}": why for task, one in pairs if (why := why_not_here(task, one))}
    here = [(task, one) for task, one in pairs if f"{task.name}/{one.name}" not in refused]
    if manifest.quick:
        here = stratified(here)
    order = manifest.seed if manifest.shuffle and not manifest.quick else ""
    return planned(here, manifest.repeats, manifest.phases, order), refused


def take(
    directory: RunDir, items: Sequence[Item], judge: Callable[[Item], Judgement], go_on: Callable[[], bool]
) -> Iterator[Judgement]:
    """Judge what nobody has judged and nobody is at, until all of `items` are recorded: what others are at is waited
    for, and taken over where they die."""
    while go_on():
        directory.refresh()
        left = [item for item in items if item.key not in directory.judgements]
        if not left:
            return
        worked = False
        for item in left:
            if not go_on():
                return
            with directory.claim(item.key) as mine:
                if not mine:
                    continue
                directory.refresh()
                if item.key in directory.judgements:
                    continue
                judgement = judge(item)
                directory.append(judgement)
                worked = True
            yield judgement
        if not worked:
            time.sleep(WAIT_S)


def work(folder: Path, manifest: Manifest, parent: int, deadline: float | None) -> None:
    """The life of a worker process. `deadline`: monotonic; nothing is begun after it. Exits with STOPPED or CANNOT."""
    signal.signal(signal.SIGTERM, _stop)
    try:
        _work(folder, manifest, parent, deadline)
    except KeyboardInterrupt:
        sys.exit(STOPPED)
    except (SandboxError, BadRun) as error:
        print(error, file=sys.stderr)
        sys.exit(CANNOT)


def _work(folder: Path, manifest: Manifest, parent: int, deadline: float | None) -> None:
    directory = RunDir.open(folder, manifest)
    items, _ = items_of(manifest)
    seed = bytes.fromhex(manifest.seed)

    def go_on() -> bool:
        return os.getppid() == parent and (deadline is None or time.monotonic() < deadline)

    with open_sandbox() as sandbox:

        def judge(item: Item) -> Judgement:
            inputs = maker_of(item.task, seed, item.repeat, sandbox, folder / "cases")
            made = judge_one(item.task, item.solution, inputs, sandbox, folder / "builds", item.repeat, item.busy)
            return made.keyed(item.key)

        for cores, phase in groupby(items, key=lambda item: item.busy):
            with busy(cores, folder):
                for _ in take(directory, list(phase), judge, go_on):
                    pass


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
