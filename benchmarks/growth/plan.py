"""What a run judges, in which order. Pure."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, zip_longest

from benchmarks.growth.bank import BankTask
from benchmarks.growth.corpora import AnyTask
from benchmarks.growth.corpus import Solution, Task
from benchmarks.growth.record import Judgement

QUICK_SEED = "a quick sample"

Pair = tuple[AnyTask, Solution]


@dataclass(frozen=True, slots=True)
class Item:
    """One judgement to make. `key` changes with what is judged: a solution that was rewritten is judged again."""

    task: AnyTask
    solution: Solution
    repeat: int
    busy: int
    key: str

    @property
    def name(self) -> str:
        return f"{self.task.name}/{self.solution.name}"


def item(task: AnyTask, solution: Solution, repeat: int, busy: int) -> Item:
    made_of = task.made_of if isinstance(task, BankTask) else _made_of(task)
    reference = task.solutions[0]
    made_of = [*made_of, solution.source, solution.language, reference.source, reference.language]
    digest = hashlib.sha256("\0".join(made_of).encode()).hexdigest()[:12]
    return Item(task, solution, repeat, busy, f"{task.name}/{solution.name}/{repeat}/{busy}/{digest}")


def _made_of(task: Task) -> list[str]:
    families = [f"{one.name} {one.smallest} {one.largest}" for one in task.families]
    return [task.function, task.time, str(task.space), task.runtime, *task.methods, *families]


def chosen(tasks: Iterable[AnyTask], only: str = "", kind: str = "") -> list[Pair]:
    """The solutions whose task/solution contains `only` and, where given, whose kind is `kind`."""
    return [
        (task, solution)
        for task in tasks
        for solution in task.solutions
        if only in f"{task.name}/{solution.name}" and kind in ("", solution.kind)
    ]


def planned(pairs: Sequence[Pair], repeats: int, phases: Sequence[int], shuffle: str = "") -> list[Item]:
    """Every pair `repeats` times in each phase (so many cores kept busy), phase after phase, repeat after repeat.
    `shuffle`: a seed of the order of the tasks within a repeat; empty: the corpus's. The solutions of a task stay
    together: they get the same inputs, which are then made once."""
    items = []
    for busy in phases:
        for repeat in range(repeats):
            turn = [item(task, solution, repeat, busy) for task, solution in pairs]
            if shuffle:
                turn.sort(
                    key=lambda one: hashlib.sha256(f"{shuffle}/{busy}/{repeat}/{one.task.name}".encode()).digest()
                )
            items += turn
    return items


def stratified(pairs: Sequence[Pair], seed: str = QUICK_SEED) -> list[Pair]:
    """All pairs, the same order every time: one of each (kind, label) in turn, so that any beginning is a fair
    sample."""
    strata: dict[tuple[str, str], list[Pair]] = {}
    for task, solution in pairs:
        strata.setdefault((solution.kind, solution.label), []).append((task, solution))
    rng = random.Random(seed)
    for _, members in sorted(strata.items()):
        rng.shuffle(members)
    turns: Iterator[tuple[Pair | None, ...]] = zip_longest(*(strata[name] for name in sorted(strata)))
    return [one for one in chain.from_iterable(turns) if one is not None]


def relabelled(judgements: Iterable[Judgement], tasks: Iterable[AnyTask]) -> list[Judgement]:
    """With label and kind as the corpus says now, where what was judged is still what it holds."""
    known = {
        item(task, solution, 0, 0).key.rpartition("/")[2] + task.name + solution.name: solution
        for task in tasks
        for solution in task.solutions
    }
    found = []
    for one in judgements:
        solution = known.get(one.key.rpartition("/")[2] + one.task + one.solution)
        found.append(one if solution is None else replace(one, label=solution.label, kind=solution.kind))
    return found
