"""What a run must reach, and whether it did. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.growth.figures import by_growth, cost, cpu_s, obvious_quadratics, sound, steady
from benchmarks.growth.record import Judgement
from benchmarks.growth.tabular import Table


@dataclass(frozen=True, slots=True)
class Bounds:
    """Shares from 0 to 1, CPU seconds; None: not asked."""

    right_rejected: int = 0
    worse_accepted: int = 0
    faulty: int = 0
    worse_open: float = 0.01
    right_open: float | None = None
    same_verdict: float | None = 0.999
    median_cpu_s: float | None = 3.0  # of submissions with two families
    worst_cpu_s: float | None = 20.0
    quadratic_cpu_s: float | None = 2.0


FULL = Bounds()
# A small sample on a host that nobody knows: few inconclusive ones weigh much, and its clock says nothing.
QUICK = Bounds(
    worse_open=0.15, right_open=0.25, same_verdict=None, median_cpu_s=None, worst_cpu_s=None, quadratic_cpu_s=None
)


@dataclass(frozen=True, slots=True)
class Check:
    asked: str
    found: str
    met: bool


def checks_table(found: Sequence[Check], title: str) -> Table:
    return Table(
        title, ("", "found", ""), tuple((one.asked, one.found, "met" if one.met else "MISSED") for one in found)
    )


def checks(judgements: Sequence[Judgement], bounds: Bounds) -> list[Check]:
    good = sound(judgements)
    errors = by_growth(good)
    found = [
        Check(f"{name}: at most {most}", str(count), count <= most)
        for name, count, most in (
            ("right solutions rejected", errors.right_rejected.count, bounds.right_rejected),
            ("worse accepted as within", errors.worse_accepted.count, bounds.worse_accepted),
            ("judging itself failed", len(judgements) - len(good), bounds.faulty),
        )
    ]
    for name, share, most in (
        ("worse", errors.worse_open, bounds.worse_open),
        ("right", errors.right_open, bounds.right_open),
    ):
        if share is not None and share.of and most is not None:
            found.append(Check(f"{name}, inconclusive: at most {most:.0%}", f"{share.value:.1%}", share.value <= most))
    same, _ = steady(good)
    if bounds.same_verdict is not None and same.of:
        asked = f"same verdict: at least {bounds.same_verdict:.1%}"
        found.append(Check(asked, f"{same.value:.2%}", same.value >= bounds.same_verdict))
    two = cost(cpu_s(one for one in good if len({f.family for f in one.families}) == 2))
    fast = cost(one.timed_cpu_ns / 1e9 for one in obvious_quadratics(good))
    every = cost(cpu_s(good))
    for name, seconds, limit in (
        ("median of two families", two.middle if two else None, bounds.median_cpu_s),
        ("worst", every.worst if every else None, bounds.worst_cpu_s),
        ("median until an obvious quadratic is rejected", fast.middle if fast else None, bounds.quadratic_cpu_s),
    ):
        if seconds is not None and limit is not None:
            found.append(Check(f"CPU, {name}: at most {limit:g} s", f"{seconds:.1f} s", seconds <= limit))
    return found
