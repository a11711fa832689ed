"""The pipeline: build, run the cases, measure growth, find the smallest input that fails, report.

It yields typed events as things happen and ends with exactly one ``Decided``. A fault of the judge or of a problem's
own code becomes a JE with a sentence; it never escapes as an exception and never counts against the person.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from secrets import token_hex
from typing import Literal

from judge.case_run import CaseRunner
from judge.claim import compare_claim
from judge.compared import compared_with
from judge.contention import Watch
from judge.counterexample import look_after
from judge.growth import WrongAtSize, measure_growth
from judge.growth.calibration import Calibration
from judge.languages import UnknownLanguage, language_for
from judge.languages.build import Builder
from judge.languages.host import missing_here
from judge.problem.cases import CaseMaker, SetterFault
from judge.problem.model import Case, Problem
from judge.report import (
    Built,
    CaseFinished,
    Claim,
    Counterexample,
    CounterexampleFound,
    Decided,
    Event,
    FamilyGrowth,
    GrowthDecided,
    Host,
    Outcome,
    Report,
    Stage,
    Tier,
    Verdict,
)
from judge.sentence import sentence
from judge.verdict import count_tiers, join, overall
from sandbox.api import Program, Sandbox

log = logging.getLogger(__name__)

Mode = Literal["run", "submit"]
# Each costs its whole time limit, and the second says nothing new.
TIME_LIMITS_A_TIER = 2
SLOW_BUT_RIGHT = frozenset({Verdict.AC, Verdict.TLE, Verdict.MLE})


@dataclass(frozen=True, slots=True)
class Submitted:
    """What the person hands in. `own_cases` as judge.problem.text writes inputs."""

    source: str
    language: str = "python"
    claim: str | None = None
    own_cases: tuple[str, ...] = ()


@dataclass(slots=True)
class _Found:
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


def evaluate(
    submitted: Submitted,
    problem: Problem,
    sandbox: Sandbox,
    maker: CaseMaker,
    *,
    mode: Mode = "submit",
    reveal: bool = True,
    stop_at_first: bool = False,
    full: bool = False,
    calibration: Calibration | None = None,
    smallest: bool = False,
) -> Iterator[Event]:
    """Judge one submission to one problem.

    mode: "run" puts samples and own cases to it; "submit" samples and hidden cases, then measures growth.
    reveal: show the input of a hidden case that failed (practice), or only tier and size (interview).
    stop_at_first: end at the first failing case; otherwise the rest of its tier still runs.
    full: include the cases that the problem marks as too large for every day.
    calibration: what this host's clock can tell apart, where that was measured.
    smallest: after a hidden case failed that may be shown, look for the smallest input that fails.
    """
    found = _Found()
    watch = Watch()
    try:
        built, program = _build(submitted, problem, sandbox, maker)
        yield found.hear(built)
        if program is not None:
            runner = CaseRunner(problem, program, sandbox, maker, reveal=reveal)
            for event in _run_cases(submitted, runner, maker, found, mode, stop_at_first, full):
                yield found.hear(event)
            if mode == "submit" and _worth_measuring(found.cases):
                for event in _measure(submitted, problem, program, maker, sandbox, runner, found, calibration):
                    yield found.hear(event)
            if mode == "submit" and reveal and smallest:
                for event in look_after(found.cases, found.ran, problem, program, submitted.language, sandbox, maker):
                    yield found.hear(event)
    except SetterFault as fault:
        log.error("problem %s: %s", problem.slug, fault)
        yield found.hear(_judge_error(found, f"the problem's own code failed: {fault}"))
    except Exception as error:
        log.exception("judging %s failed", problem.slug)
        yield found.hear(_judge_error(found, f"{type(error).__name__}: {error}"))
    yield Decided(report=_report(submitted, problem, mode, found, sandbox, watch, calibration))


def _build(submitted: Submitted, problem: Problem, sandbox: Sandbox, maker: CaseMaker) -> tuple[Built, Program | None]:
    """What cannot be judged for its language is told as what does not build: in words, before anything runs."""
    spec = problem.spec

    def refused(message: str) -> tuple[Built, None]:
        return Built(ok=False, language=submitted.language, message=message), None

    try:
        language = language_for(submitted.language)
    except UnknownLanguage as error:
        return refused(str(error))
    why = language.cannot(spec.interface) or missing_here(language)
    if why:
        return refused(why)
    plan = language.plan(submitted.source, spec.interface, spec.runtime)
    made = Builder(sandbox, maker.cache.folder / "builds").build(plan, owner=token_hex(8))
    if made.program is None:
        return refused(made.message)
    return Built(ok=True, language=submitted.language, message=made.message), made.program


def _run_cases(
    submitted: Submitted,
    runner: CaseRunner,
    maker: CaseMaker,
    found: _Found,
    mode: Mode,
    stop_at_first: bool,
    full: bool,
) -> Iterator[Event]:
    yield Stage(text="preparing cases")
    cases = maker.samples()
    if mode == "submit":
        cases = [*cases, *maker.hidden(full=full)]
    total = len(cases) + (len(submitted.own_cases) if mode == "run" else 0)
    for case in cases:
        found.totals[case.tier] = found.totals.get(case.tier, 0) + 1
    for index, case in enumerate(cases):
        if _enough(found.cases, case, stop_at_first):
            break
        yield Stage(text=f"{case.tier}: {runner.shown_name(case, index)}", done=index, total=total)
        found.ran[index] = case
        yield runner.run(case, index, total)
    if mode == "run":
        found.totals[Tier.OWN] = len(submitted.own_cases)
        for number, text in enumerate(submitted.own_cases):
            yield runner.run_own(text, number, len(cases) + number, total)


def _enough(done: list[CaseFinished], following: Case, stop_at_first: bool) -> bool:
    """Whether `following` need not run: an earlier tier failed, or this one has shown its time limit often enough."""
    failed = [case for case in done if case.verdict is not Verdict.AC]
    if not failed:
        return False
    if stop_at_first or any(case.tier is not following.tier for case in failed):
        return True
    return sum(case.verdict is Verdict.TLE for case in failed) >= TIME_LIMITS_A_TIER


def _worth_measuring(cases: list[CaseFinished]) -> bool:
    """Growth explains what is right, or right as far as the limits let it run."""
    return all(case.verdict in SLOW_BUT_RIGHT for case in cases)


def _measure(
    submitted: Submitted,
    problem: Problem,
    program: Program,
    maker: CaseMaker,
    sandbox: Sandbox,
    runner: CaseRunner,
    found: _Found,
    calibration: Calibration | None,
) -> Iterator[Event]:
    yield Stage(text="measuring growth")
    builder = Builder(sandbox, maker.cache.folder / "builds")
    reference, budget = compared_with(problem, language_for(submitted.language), program, builder)
    budget = budget if calibration is None else budget.on(calibration)
    try:
        yield from measure_growth(problem, program, reference, maker, sandbox, budget)
    except WrongAtSize as wrong:
        found.totals[Tier.SCALE] = found.totals.get(Tier.SCALE, 0) + 1
        index = len(found.cases)
        yield runner.wrong_at_size(wrong, index, index + 1)


def _judge_error(found: _Found, message: str) -> CaseFinished:
    index = len(found.cases)
    tier = found.cases[-1].tier if found.cases else Tier.SAMPLE
    return CaseFinished(
        index=index, total=index + 1, tier=tier, name="judge error", verdict=Verdict.JE, message=message[:500]
    )


def _report(
    submitted: Submitted,
    problem: Problem,
    mode: Mode,
    found: _Found,
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
        accepted=verdict is Verdict.AC and growth is not Outcome.EXCEEDS,
        sentence="",
        cases=found.cases,
        tiers=count_tiers(found.cases, totals),
        families=found.families,
        claims=_claims(submitted, problem, found.families, mode),
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


def _claims(submitted: Submitted, problem: Problem, families: list[FamilyGrowth], mode: Mode) -> list[Claim]:
    """A claim that cannot be read is the face's to refuse before it is sent; here it is only left out."""
    if not submitted.claim or mode == "run":
        return []
    try:
        return compare_claim(submitted.claim, problem.spec.growth, families)
    except ValueError:
        log.warning("a claim that cannot be read: %r", submitted.claim)
        return []
