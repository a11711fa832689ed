"""Recorded judgements decided again by the rules as they are now. No runs."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.growth.record import Judgement, is_wrong
from benchmarks.growth.rundir import RECORDINGS, BadRun, parse
from judge.growth.judgement import BY_COUNT, Judged, judge_again
from judge.report import FamilyGrowth

AT_ONCE = 8  # judgements handed to a process together


@dataclass(frozen=True, slots=True)
class Again:
    """A judgement as recorded and as decided now. `kept`: families whose recorded outcome stands, since what it was
    decided from was not recorded."""

    before: Judgement
    after: Judgement
    kept: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        return self.before.verdict_shown != self.after.verdict_shown


def decided_again(family: FamilyGrowth) -> Judged | None:
    """By the rules as they are; None where what decided was not recorded. Pure."""
    if family.method == BY_COUNT and not family.counts:
        return None
    return judge_again(family)


def again(judgement: Judgement) -> Again:
    families, kept = [], []
    for family in judgement.families:
        judged = decided_again(family)
        if judged is None:
            kept.append(family.family)
            families.append(family)
            continue
        decision = judged.decision
        found = {"outcome": decision.outcome, "slope": decision.slope, "method": judged.method}
        bounds = {"slope_low": decision.low, "slope_high": decision.high}
        families.append(family.model_copy(update={**found, **bounds}))
    return Again(judgement, replace(judgement, families=tuple(families)), tuple(kept))


def replayed(judgements: Sequence[Judgement]) -> list[Again]:
    """On all cores."""
    workers = min(os.cpu_count() or 1, 1 + len(judgements) // AT_ONCE)
    if workers == 1:
        return [again(one) for one in judgements]
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(again, judgements, chunksize=AT_ONCE))


def recorded(path: Path) -> Iterator[Judgement]:
    """All judgements of a run's directory, of a directory of recordings, or of one file. Raises BadRun."""
    folder = path / RECORDINGS if (path / RECORDINGS).is_dir() else path
    files = sorted(folder.glob("*.jsonl")) if folder.is_dir() else [path]
    seen = set()
    for file in files:
        try:
            data = file.read_bytes()
        except OSError as error:
            raise BadRun(f"cannot read {file}: {error.strerror}") from None
        # What follows the last end of a line was cut by a kill.
        for line in data[: data.rfind(b"\n") + 1].splitlines():
            judgement = parse(line, file)
            if judgement.key and judgement.key in seen:
                continue
            seen.add(judgement.key)
            yield judgement


def changes(all_again: Sequence[Again]) -> str:
    """Which verdicts changed, and for how many the recorded one had to stand."""
    lines = []
    for one in all_again:
        if one.changed:
            verdicts = f"{one.before.verdict_shown} -> {one.after.verdict_shown}"
            turns = {(True, False): "  mended", (False, True): "  WRONG NOW"}
            turn = turns.get((is_wrong(one.before), is_wrong(one.after)), "")
            name = f"{one.after.task}/{one.after.solution}"
            when = f"repeat {one.after.repeat}, busy {one.after.busy}"
            lines.append(f"{name:34} {one.after.label:6} {when}: {verdicts}{turn}")
    lines.append(f"{sum(one.changed for one in all_again)} of {len(all_again)} verdicts changed")
    kept = sum(bool(one.kept) for one in all_again)
    if kept:
        lines.append(f"in {kept} a recorded outcome was kept: the counts it was decided from were not recorded")
    return "\n".join(lines)
