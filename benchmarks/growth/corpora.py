"""All that can be judged, by the corpus it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec

from benchmarks.growth.bank import BankTask, bank_faults, bank_tasks
from benchmarks.growth.corpus import Corpus, Task, tasks
from judge.problem.bank import Bank

AnyTask = Task | BankTask
HOLDOUT = "benchmarks.growth.holdout"


def tasks_of(corpus: Corpus) -> Iterator[AnyTask]:
    if corpus in (Corpus.OWN, Corpus.ALL):
        yield from tasks()
    if corpus in (Corpus.HOLDOUT, Corpus.ALL) and find_spec(HOLDOUT):
        yield from (replace(task, corpus=Corpus.HOLDOUT) for task in tasks(HOLDOUT))
    if corpus in (Corpus.BANK, Corpus.ALL):
        yield from bank_tasks(Bank())


def faults_of(corpus: Corpus) -> dict[str, str]:
    """What of a corpus cannot be read, and why."""
    return bank_faults(Bank()) if corpus in (Corpus.BANK, Corpus.ALL) else {}
