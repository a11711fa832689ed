"""How often each known submission of the bank was judged as its folder says. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.growth.corpus import Kind, Label
from benchmarks.growth.record import Judgement
from benchmarks.growth.tabular import Table
from judge.report import Outcome, Resource, Verdict

SLOW = frozenset({Resource.TIME, Resource.PROBES, Resource.STEPS})
MEMORY = frozenset({Resource.MEMORY})
HEADER = ("submission", "asked", "judged so", "said")


@dataclass(frozen=True, slots=True)
class Known:
    """One submission and all its judgements. `said`: how often what, the most frequent first."""

    name: str
    asked: Outcome
    kept: int
    of: int
    said: str

    @property
    def always(self) -> bool:
        return self.kept == self.of


def as_folder_says(one: Judgement) -> bool:
    """An accepted one is `within`. A trap `exceeds` in what it has too much of, or runs into that limit at a size, as
    the explosive ones do; failing in any other way is not what it is there for."""
    if one.label is not Label.WORSE:
        return one.outcome is Outcome.WITHIN and not one.failure
    limit, resources = (Verdict.MLE, MEMORY) if one.kind is Kind.MEMORY else (Verdict.TLE, SLOW)
    if one.failure:
        return one.verdict == limit
    return any(family.outcome is Outcome.EXCEEDS and family.resource in resources for family in one.families)


def known(judgements: Iterable[Judgement]) -> list[Known]:
    by_name: dict[str, list[Judgement]] = defaultdict(list)
    for one in judgements:
        by_name[f"{one.task}/{one.solution}"].append(one)
    found = []
    for name, all_of_it in sorted(by_name.items()):
        said = Counter(one.verdict_shown for one in all_of_it).most_common()
        words = ", ".join(f"{count} {verdict}" for verdict, count in said)
        kept = sum(map(as_folder_says, all_of_it))
        found.append(Known(name, _asked(all_of_it[0]), kept, len(all_of_it), words))
    return found


def folders_tables(judgements: Sequence[Judgement]) -> list[Table]:
    """Of all of them, and once more those that were not every time what the folder says; nothing of nothing."""
    every = known(judgements)
    if not every:
        return []
    rows = tuple((one.name, one.asked, f"{one.kept} of {one.of}", one.said) for one in every)
    not_always = tuple(row for row, one in zip(rows, every, strict=True) if not one.always)
    title = f"the bank: {len(every) - len(not_always)} of {len(every)} submissions every time as the folder says"
    tables = [Table(title, HEADER[:3], tuple(row[:3] for row in rows))]
    return [*tables, Table("the bank: not every time", HEADER, not_always)] if not_always else tables


def _asked(one: Judgement) -> Outcome:
    return Outcome.EXCEEDS if one.label is Label.WORSE else Outcome.WITHIN
