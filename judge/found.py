"""What the events of a judgement have said, and the report that is made of it."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import Literal

from judge.claim import compare_claim
from judge.contention import Watch
from judge.growth.calibration import Calibration
from judge.problem.model import Case, GrowthSpec, Problem
from judge.report import (
    Built,
    CaseFinished,
    Claim,
    Counterexample,
    CounterexampleFound,
    Event,
    FamilyGrowth,
    GrowthDecided,
    Host,
    Outcome,
    Report,
    Tier,
    Verdict,
)
from judge.sentence import sentence
from judge.verdict import count_tiers, join, overall
from sandbox.api import Sandbox

log = logging.getLogger(__name__)

Mode = Literal["run", "submit"]


@dataclass(frozen=True, slots=True)
class Submitted:
    """What the person hands in. `own_cases` as judge.problem.text writes inputs."""

    source: str
    language: str = "python"
    claim: str | None = None
    own_cases: tuple[str, ...] = ()


@dataclass(slots=True)
class Found:
    """What the events have said so far; the report is made of it."""

    built: Built | None = None
    ran: dict[int, Case] = field(default_factory=dict)  # by index
    cases: list[CaseFinished] = field(default_factory=list)
    totals: dict[Tier, int] = field(default_factory=dict)
    families: list[FamilyGrowth] = field(default_factory=list)
    counterexample: Counterexample | None = None

    def hear(self, event: Event) -> Event:
        match event:
            case Built():
                self.built = event
            case CaseFinished():
                self.cases.append(event)
            case GrowthDecided(growth=growth):
                self.families.append(growth)
            case CounterexampleFound(counterexample=counterexample):
                self.counterexample = counterexample
        return event

    @property
    def failed(self) -> bool:
        """Whether something did not end as it should: a case, or the growth of a family."""
        return any(case.verdict is not Verdict.AC for case in self.cases) or join(self.families) is Outcome.EXCEEDS

    def fail(self, message: str) -> CaseFinished:
        """The event of a judgement that cannot go on."""
        index = len(self.cases)
        tier = self.cases[-1].tier if self.cases else Tier.SAMPLE
        return CaseFinished(
            index=index, total=index + 1, tier=tier, name="judge error", verdict=Verdict.JE, message=message[:500]
        )


def make_report(
    submitted: Submitted,
    problem: Problem,
    mode: Mode,
    found: Found,
    sandbox: Sandbox,
    watch: Watch,
    calibration: Calibration | None,
) -> Report:
    built = found.built
    verdict = overall(found.cases)
    if built is not None and not built.ok:
        verdict = Verdict.CE
    growth = join(found.families)
    judged_cpu_ns = sum(case.cpu_ns for case in found.cases) + sum(
        value
        for family in found.families
        if family.resource == "time"
        for point in family.points
        for value in point.values
    )
    contention = watch.read()
    strength = sandbox.strength()
    totals = {**dict.fromkeys((case.tier for case in found.cases), 1), **found.totals}
    report = Report(
        problem=problem.slug,
        language=submitted.language,
        mode=mode,
        verdict=verdict,
        growth=growth,
        growth_asked=problem.spec.growth.asked,
        accepted=verdict is Verdict.AC and growth is not Outcome.EXCEEDS,
        sentence="",
        cases=found.cases,
        tiers=count_tiers(found.cases, totals),
        families=found.families,
        claims=_claims(submitted, problem.spec.growth, found.families, mode),
        host=Host(
            backend=strength.backend,
            accounting=str(strength.accounting),
            contended=contention.contended,
            note=contention.note,
            busy_cores=round(contention.busy_cores, 2),
            cores=contention.cores,
            noise=calibration.noise if calibration is not None and calibration.measured else None,
        ),
        cpu_ns=max((case.cpu_ns for case in found.cases), default=0),
        memory_bytes=max((case.memory_bytes for case in found.cases), default=0),
        judged_cpu_ns=judged_cpu_ns,
        built=built,
        counterexample=found.counterexample,
    )
    return report.model_copy(update={"sentence": sentence(report)})


def _claims(submitted: Submitted, spec: GrowthSpec, families: list[FamilyGrowth], mode: Mode) -> list[Claim]:
    """A claim that cannot be read is the face's to refuse before it is sent; here it is only left out."""
    if not submitted.claim or mode == "run":
        return []
    try:
        return compare_claim(submitted.claim, spec, families)
    except ValueError:
        log.warning("a claim that cannot be read: %r", submitted.claim)
        return []
