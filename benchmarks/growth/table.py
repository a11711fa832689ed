"""What a set of judgements comes to, beside fixed time limits on the same recordings. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median

from benchmarks.growth.corpus import Label
from benchmarks.growth.peers.limits import beyond_limit
from benchmarks.growth.record import Judgement
from judge.report import Outcome

Rejects = Callable[[Judgement], bool]


def summary(judgements: Sequence[Judgement]) -> str:
    """The table that is published."""
    rules: list[tuple[str, Rejects]] = [
        ("growth", lambda j: j.outcome is Outcome.EXCEEDS),
        ("time limit, 2 x the reference", lambda j: beyond_limit(j, 2)),
        ("time limit, 5 x the reference", lambda j: beyond_limit(j, 5)),
    ]
    right = [j for j in judgements if j.label is Label.RIGHT]
    worse = [j for j in judgements if j.label is Label.WORSE]
    near = [j for j in judgements if j.label is Label.NEAR]
    lines = [f"{'rule':32} {'right rejected':>16} {'worse accepted':>16}"]
    for name, rejects in rules:
        false, missed = sum(map(rejects, right)), sum(not rejects(j) for j in worse)
        if name == "growth":
            missed = sum(j.outcome is Outcome.WITHIN for j in worse)
        lines.append(f"{name:32} {_share(false, len(right)):>16} {_share(missed, len(worse)):>16}")
    unsure = [sum(j.outcome is Outcome.INCONCLUSIVE for j in group) for group in (right, worse)]
    lines.append(f"{'growth, inconclusive':32} {_share(unsure[0], len(right)):>16} {_share(unsure[1], len(worse)):>16}")
    if near:
        within = sum(j.outcome is not Outcome.EXCEEDS for j in near)
        lines.append(f"worse by a logarithm only: {within} of {len(near)} accepted, as they should be")
    failed = [j for j in judgements if j.failure]
    lines.append(f"failed at a size: {len(failed)}")
    cpu = sorted(j.cpu_ns / 1e9 for j in judgements)
    took = sorted(j.seconds for j in judgements)
    lines.append(f"CPU a judgement, both roles: median {median(cpu):.1f} s, worst {cpu[-1]:.1f} s")
    lines.append(f"wall time a judgement: median {median(took):.1f} s, worst {took[-1]:.1f} s")
    lines.append(f"the same verdict on every repeat: {_share(*_steady(judgements))}")
    return "\n".join(lines)


def _steady(judgements: Sequence[Judgement]) -> tuple[int, int]:
    seen: dict[tuple[str, str], set[Outcome]] = {}
    for one in judgements:
        seen.setdefault((one.task, one.solution), set()).add(one.outcome)
    return sum(len(outcomes) == 1 for outcomes in seen.values()), len(seen)


def _share(count: int, of: int) -> str:
    return f"{count} of {of}" if of else "none"
