"""The bank's known submissions as labelled solutions, to be judged by growth alone: what they say follows from the
folder they lie in."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from pathlib import Path

from benchmarks.growth.corpus import Corpus, Kind, Label, Solution
from judge.languages import language_for
from judge.problem.bank import Bank
from judge.problem.cases import CaseMaker
from judge.problem.model import Expected, Known, Problem
from judge.problem.references import references
from sandbox.api import Sandbox

# Of wrong answers growth has nothing to say.
LABELS = {
    Expected.ACCEPTED: (Label.RIGHT, Kind.PLAIN),
    Expected.TOO_SLOW: (Label.WORSE, Kind.PLAIN),
    Expected.TOO_MUCH_MEMORY: (Label.WORSE, Kind.MEMORY),
}


@dataclass(frozen=True, slots=True)
class BankTask:
    """A problem of the bank, used as corpus.Task is. `solutions`: the reference first."""

    loaded: Problem
    solutions: tuple[Solution, ...]

    @property
    def name(self) -> str:
        return self.loaded.slug

    @property
    def corpus(self) -> Corpus:
        return Corpus.BANK

    @property
    def made_of(self) -> list[str]:
        """All but the solution that its judgement hangs on."""
        loaded = self.loaded
        compared = [known.source for known, _ in references(loaded).values()]
        return [loaded.spec.model_dump_json(), loaded.cases_source, loaded.checker_source or "", *compared]

    def problem(self) -> Problem:
        return self.loaded


def bank_tasks(bank: Bank) -> list[BankTask]:
    """Every problem without faults."""
    return [
        BankTask(problem, tuple(_solution(known) for known in problem.known if known.expected in LABELS))
        for problem in bank.all()
    ]


def bank_faults(bank: Bank) -> dict[str, str]:
    """Slug to the first fault of what cannot be read."""
    return {fault.name: str(fault.faults[0]) for fault in bank.faults()}


def case_maker(task: BankTask, seed: bytes, repeat: int, sandbox: Sandbox, cache: Path) -> CaseMaker:
    """As an installation makes cases: every solution of the task gets the same inputs, every repeat another secret."""
    secret = hmac.new(seed, f"bank/{task.name}/{repeat}".encode(), hashlib.sha256).digest()
    return CaseMaker(task.loaded, sandbox, secret, cache)


def _solution(known: Known) -> Solution:
    label, kind = LABELS[known.expected]
    language = language_for(known.path).name
    return Solution(known.name, label, f"lies in {known.expected}", known.source, kind, language)
