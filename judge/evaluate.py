"""The pipeline: build, run the cases, measure growth, find the smallest input that fails, report.

It yields typed events as things happen and ends with exactly one ``Decided``. A fault of the judge or of a problem's
own code becomes a JE with a sentence; it never escapes as an exception and never counts against the person.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from secrets import token_hex

from judge.case_run import CaseRunner
from judge.contention import Watch
from judge.counterexample import look_after
from judge.found import Found, Mode, Submitted, make_report
from judge.growth.calibration import Calibration
from judge.languages import UnknownLanguage, language_for
from judge.languages.build import Builder
from judge.languages.host import missing_here
from judge.problem.cases import CaseMaker, SetterFault
from judge.problem.model import Problem
from judge.report import Built, Decided, Event, Tier
from judge.stages import Stages
from sandbox.api import Program, Sandbox

__all__ = ["Mode", "Submitted", "evaluate"]

log = logging.getLogger(__name__)

ANY = frozenset(Tier)
LARGE = frozenset({Tier.SCALE})


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
    find_line: bool = True,
) -> Iterator[Event]:
    """Judge one submission to one problem.

    mode: "run" puts samples and own cases to it; "submit" samples and hidden cases, then measures growth.
    reveal: show the input of a hidden case that failed (practice), or only tier and size (interview).
    stop_at_first: end at the first failing case or family, and ask growth before the largest cases, which then say no
        more; otherwise the rest of a tier still runs, and all is measured.
    full: include the cases that the problem marks as too large for every day.
    calibration: what this host's clock can tell apart, where that was measured.
    smallest: after a hidden case failed that may be shown, look for the smallest input that fails.
    find_line: of a submission whose growth exceeds, the line that carries it; traced, so it costs runs of its own.
    """
    found = Found()
    watch = Watch()
    try:
        built, program = _build(submitted, problem, sandbox, maker)
        yield found.hear(built)
        if program is not None:
            runner = CaseRunner(problem, program, sandbox, maker, reveal=reveal)
            stages = Stages(
                submitted,
                problem,
                program,
                runner,
                maker,
                sandbox,
                found,
                mode,
                full,
                calibration,
                find_line,
            )
            for event in _staged(stages, stop_at_first):
                yield found.hear(event)
                if stop_at_first and found.failed:
                    break
            if mode == "submit" and reveal and smallest:
                for event in look_after(found.cases, found.ran, problem, program, submitted.language, sandbox, maker):
                    yield found.hear(event)
    except SetterFault as fault:
        log.error("problem %s: %s", problem.slug, fault)
        yield found.hear(found.fail(f"the problem's own code failed: {fault}"))
    except Exception as error:
        log.exception("judging %s failed", problem.slug)
        yield found.hear(found.fail(f"{type(error).__name__}: {error}"))
    yield Decided(report=make_report(submitted, problem, mode, found, sandbox, watch, calibration))


def _staged(stages: Stages, stop_at_first: bool) -> Iterator[Event]:
    """In the order that shows a person most; where the first failure ends it, in the one that costs least."""
    if stages.mode == "run" or not stages.problem.spec.growth.asked:
        yield from stages.cases(ANY)
    elif stop_at_first:
        yield from stages.cases(ANY - LARGE)
        yield from stages.growth()
        yield from stages.cases(LARGE)
    else:
        yield from stages.cases(ANY)
        yield from stages.growth()


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
