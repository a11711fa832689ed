"""One judgement of one solution, as kept on disk and as replayed."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from benchmarks.growth.corpus import Corpus, Kind, Label
from judge.report import FamilyGrowth, Outcome, Resource


@dataclass(frozen=True, slots=True)
class Judgement:
    """All families of one solution, judged once. `failure`: what went wrong at a size, `verdict` what that is worth:
    a submission so refused is not accepted, whatever its families say."""

    task: str
    solution: str
    label: Label
    families: tuple[FamilyGrowth, ...]
    seconds: float
    failure: str = ""
    verdict: str = ""
    kind: Kind = Kind.PLAIN
    language: str = "python"
    repeat: int = 0
    busy: int = 0  # cores that were kept busy beside it
    load: float = 0.0  # the host's load average when it began
    cells_cpu_ns: int = 0  # of all its cells: rounds, counts of instructions, tracing
    key: str = ""  # of what was judged, see plan.Item
    corpus: Corpus = Corpus.OWN

    @property
    def outcome(self) -> Outcome:
        found = {family.outcome for family in self.families}
        if Outcome.EXCEEDS in found:
            return Outcome.EXCEEDS
        return Outcome.WITHIN if found == {Outcome.WITHIN} else Outcome.INCONCLUSIVE

    @property
    def faulty(self) -> bool:
        """Whether judging itself failed: nothing is then said of the solution."""
        return bool(self.failure) and self.verdict in ("", "JE")

    @property
    def rejected(self) -> bool:
        """By growth, or because it failed at a size."""
        return self.outcome is Outcome.EXCEEDS or bool(self.failure)

    @property
    def verdict_shown(self) -> str:
        """What a repeat must say again."""
        return f"failed: {self.verdict}" if self.failure else str(self.outcome)

    @property
    def timed(self) -> tuple[FamilyGrowth, ...]:
        return tuple(family for family in self.families if family.resource is Resource.TIME)

    @property
    def timed_cpu_ns(self) -> int:
        """CPU time of all timed runs, both roles: what deciding by time cost."""
        return sum(sum(point.values) for family in self.timed for point in family.points)

    @property
    def cpu_ns(self) -> int:
        """CPU time of judging: with counts of instructions, and finding the line; the timed runs' where only they are
        known."""
        return self.cells_cpu_ns or self.timed_cpu_ns

    def keyed(self, key: str) -> Judgement:
        return replace(self, key=key)

    def plain(self) -> dict[str, Any]:
        """JSON that `of` reads; its first value is the key, so that readers can skip what they know."""
        return {
            "key": self.key,
            "corpus": str(self.corpus),
            "task": self.task,
            "solution": self.solution,
            "label": str(self.label),
            "kind": str(self.kind),
            "language": self.language,
            "repeat": self.repeat,
            "busy": self.busy,
            "load": self.load,
            "seconds": self.seconds,
            "cells_cpu_ns": self.cells_cpu_ns,
            "failure": self.failure,
            "verdict": self.verdict,
            "families": [family.model_dump(mode="json") for family in self.families],
        }

    def line(self) -> str:
        """As recordings hold it."""
        return json.dumps(self.plain(), separators=(",", ":")) + "\n"

    @classmethod
    def of(cls, plain: dict[str, Any]) -> Judgement:
        """Raises KeyError, ValueError or TypeError where `plain` is no judgement."""
        rest = dict(plain)
        rest["label"] = Label(rest["label"])
        rest["kind"] = Kind(rest.get("kind", Kind.PLAIN))
        rest["corpus"] = Corpus(rest.get("corpus", Corpus.OWN))
        rest["families"] = tuple(FamilyGrowth.model_validate(one) for one in rest["families"])
        return cls(**rest)


def is_wrong(judgement: Judgement) -> bool:
    """A right solution (or one worse by a logarithm only) rejected, a worse one accepted, or judging itself failed.
    A worse one that nothing could tell is not wrong: it is counted as inconclusive."""
    if judgement.faulty:
        return True
    if judgement.label is Label.WORSE:
        return judgement.outcome is Outcome.WITHIN and not judgement.failure
    return judgement.rejected
