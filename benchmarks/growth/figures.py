"""What a set of judgements comes to, in numbers. Pure."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

from benchmarks.growth.corpus import Label
from benchmarks.growth.intervals import clopper_pearson, clustered
from benchmarks.growth.peers import PEERS
from benchmarks.growth.record import Judgement
from judge.report import Outcome

QUADRATIC = 0.75  # above the class, at least: an obvious quadratic where n is allowed


@dataclass(frozen=True, slots=True)
class Share:
    """`clusters`: (count, of) of each solution, whose repeats are not independent; none: each draw stands by itself."""

    count: int
    of: int
    clusters: tuple[tuple[int, int], ...] = field(default=(), compare=False)

    @property
    def value(self) -> float:
        return self.count / self.of if self.of else 0.0

    def __str__(self) -> str:
        """Such as "2 of 340 (0.1-2.1 %)": with the interval that it may come from."""
        if not self.of:
            return "none"
        low, high = clustered(self.clusters) if self.clusters else clopper_pearson(self.count, self.of)
        return f"{self.count} of {self.of} ({100 * low:.1f}-{100 * high:.1f} %)"


@dataclass(frozen=True, slots=True)
class Errors:
    """`worse_open`: neither accepted nor rejected, by a rule that can say so; None by one that cannot."""

    right_rejected: Share
    worse_accepted: Share
    worse_open: Share | None
    right_open: Share | None


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds."""

    middle: float
    high: float  # 95 % take at most this
    worst: float


def sound(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those in which judging itself did not fail."""
    return [one for one in judgements if not one.faulty]


def by_growth(judgements: Sequence[Judgement]) -> Errors:
    right, worse = _labelled(judgements, Label.RIGHT), _labelled(judgements, Label.WORSE)
    return Errors(
        _share(right, lambda one: one.rejected),
        _share(worse, _accepted),
        _share(worse, _open),
        _share(right, _open),
    )


def by_peer(judgements: Sequence[Judgement], rejects: Callable[[Judgement], bool]) -> Errors:
    """A solution that failed at a size is rejected by any rule."""
    right, worse = _labelled(judgements, Label.RIGHT), _labelled(judgements, Label.WORSE)
    refused = {id(one): bool(one.failure) or rejects(one) for one in (*right, *worse)}
    return Errors(
        _share(right, lambda one: refused[id(one)]), _share(worse, lambda one: not refused[id(one)]), None, None
    )


def all_rules(judgements: Sequence[Judgement]) -> list[tuple[str, Errors]]:
    return [("growth", by_growth(judgements)), *((name, by_peer(judgements, rejects)) for name, rejects in PEERS)]


def steady(judgements: Sequence[Judgement]) -> tuple[Share, Share]:
    """Of judgements that were repeated, those that say what most repeats of the solution say; and of solutions, those
    of which all repeats say the same. What differs only by when a failure struck is the same."""
    said: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one in judgements:
        said[one.task, one.solution][one.verdict_shown] += 1
    repeated = [verdicts for verdicts in said.values() if verdicts.total() > 1]
    agreeing = tuple((max(verdicts.values()), verdicts.total()) for verdicts in repeated)
    return (
        _of_clusters(agreeing),
        Share(sum(len(verdicts) == 1 for verdicts in repeated), len(repeated)),
    )


def cost(seconds: Iterable[float]) -> Cost | None:
    """None of nothing."""
    ordered = sorted(seconds)
    if not ordered:
        return None
    return Cost(median(ordered), ordered[math.ceil(0.95 * len(ordered)) - 1], ordered[-1])


def cpu_s(judgements: Iterable[Judgement]) -> list[float]:
    return [one.cpu_ns / 1e9 for one in judgements]


def obvious_quadratics(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Worse solutions rejected on time for at least about n^0.75 more than is allowed."""
    return [
        one
        for one in judgements
        if one.label is Label.WORSE
        and any(f.outcome is Outcome.EXCEEDS and (f.slope_low or f.slope or 0.0) >= QUADRATIC for f in one.timed)
    ]


def near_rejected(judgements: Sequence[Judgement]) -> Share:
    return _share(_labelled(judgements, Label.NEAR), lambda one: one.rejected)


def failed(judgements: Sequence[Judgement]) -> Share:
    """Those in which judging itself failed."""
    return _share(judgements, lambda one: one.faulty)


def _labelled(judgements: Iterable[Judgement], label: Label) -> list[Judgement]:
    return [one for one in judgements if one.label is label]


def _accepted(one: Judgement) -> bool:
    return one.outcome is Outcome.WITHIN and not one.failure


def _open(one: Judgement) -> bool:
    return one.outcome is Outcome.INCONCLUSIVE and not one.failure


def _share(judgements: Sequence[Judgement], counted: Callable[[Judgement], bool]) -> Share:
    found: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for one in judgements:
        found[one.task, one.solution].append(counted(one))
    return _of_clusters(tuple((sum(ones), len(ones)) for ones in found.values()))


def _of_clusters(clusters: tuple[tuple[int, int], ...]) -> Share:
    return Share(sum(count for count, _ in clusters), sum(of for _, of in clusters), clusters)
