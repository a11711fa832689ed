"""Whether there is something to look for, once the cases have run."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from judge.counterexample.find import Failed, find_counterexample
from judge.problem.cases import CaseMaker
from judge.problem.model import Case, Problem
from judge.report import CaseFinished, Event, Tier, Verdict
from sandbox.api import Program, Sandbox

log = logging.getLogger(__name__)

FAILURES = frozenset({Verdict.WA, Verdict.RTE})


def look_after(
    finished: list[CaseFinished],
    ran: dict[int, Case],
    problem: Problem,
    program: Program,
    language: str,
    sandbox: Sandbox,
    maker: CaseMaker,
) -> Iterator[Event]:
    """`ran`: the cases by index, without those that growth met. It is only help: where looking fails, the judgement
    stands without it."""
    wrong = [case for case in finished if case.verdict in FAILURES and case.tier is not Tier.SAMPLE]
    failed = [Failed(case, ran.get(case.index)) for case in wrong]
    if not failed:
        return
    try:
        yield from find_counterexample(failed, problem, program, language, sandbox, maker)
    except Exception:
        log.exception("no smaller input for %s", problem.slug)
