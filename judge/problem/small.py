"""The quick half of a problem's proof: every known submission on the small cases alone, growth left out. What only size
can show (a trap's growth, its memory) stays open here; the whole check decides it."""

from __future__ import annotations

from dataclasses import replace

from judge.evaluate import Submitted, evaluate
from judge.languages import language_for
from judge.problem.cases import CaseMaker
from judge.problem.model import Case, Expected, Known, Problem
from judge.report import Report, Verdict, report_of
from sandbox.api import Sandbox

ONLY_SIZE_SHOWS = {
    Expected.TOO_SLOW: frozenset({Verdict.AC, Verdict.TLE}),
    Expected.TOO_MUCH_MEMORY: frozenset({Verdict.AC, Verdict.MLE}),
    Expected.RUNTIME_ERROR: frozenset({Verdict.AC, Verdict.RTE}),
    Expected.WRONG: frozenset({Verdict.AC, Verdict.WA}),
}
SHOWN = {Expected.WRONG: Verdict.WA, Expected.RUNTIME_ERROR: Verdict.RTE}


class SmallCases(CaseMaker):
    """Shows the edges and the adversarial cases as samples, so that a run without growth meets them."""

    def samples(self) -> list[Case]:
        return [*super().samples(), *self.hidden()]


def without_scale(problem: Problem) -> Problem:
    draws = problem.spec.draws.model_copy(update={"scale": []})
    return replace(problem, spec=problem.spec.model_copy(update={"draws": draws}))


def judge_small(problem: Problem, known: Known, sandbox: Sandbox, maker: CaseMaker) -> Report:
    """`problem`: as `without_scale` gives it; `maker`: its own."""
    small = SmallCases(problem, sandbox, maker.secret, maker.cache.folder)
    submitted = Submitted(known.source, language_for(known.path).name)
    events = evaluate(submitted, problem, sandbox, small, mode="run")
    return report_of(events)


def small_matches(expected: Expected, report: Report) -> tuple[bool, str]:
    """Whether small cases agree with a submission's folder, and what they leave open. Pure."""
    failing = {case.verdict for case in report.cases} - {Verdict.AC}
    if expected is Expected.ACCEPTED:
        return report.verdict is Verdict.AC, ""
    if expected in SHOWN and report.verdict is SHOWN[expected]:
        return True, ""
    if expected in SHOWN and not failing and report.verdict is Verdict.AC:
        return True, "no small case shows it: an edge that does would be better"
    return report.verdict in ONLY_SIZE_SHOWS[expected] and failing <= ONLY_SIZE_SHOWS[expected], ""
