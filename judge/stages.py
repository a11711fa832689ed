"""The two stages of a judgement once its program is there: the cases, and growth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace

from judge.case_run import CaseRunner
from judge.compared import compared_with
from judge.found import Found, Mode, Submitted
from judge.growth import WrongAtSize, measure_growth
from judge.growth.calibration import Calibration
from judge.languages import language_for
from judge.languages.build import Builder
from judge.problem.cases import CaseMaker
from judge.problem.model import Case, Problem
from judge.report import CaseFinished, Event, Stage, Tier, Verdict
from sandbox.api import Program, Sandbox

# Each costs its whole time limit, and the second says nothing new.
TIME_LIMITS_A_TIER = 2
SLOW_BUT_RIGHT = frozenset({Verdict.AC, Verdict.TLE, Verdict.MLE})


@dataclass(frozen=True, slots=True)
class Stages:
    """One submission's; parameters as judge.evaluate.evaluate takes them. What was done is read from `found`."""

    submitted: Submitted
    problem: Problem
    program: Program
    runner: CaseRunner
    maker: CaseMaker
    sandbox: Sandbox
    found: Found
    mode: Mode
    full: bool
    calibration: Calibration | None
    find_line: bool

    def cases(self, tiers: Set[Tier]) -> Iterator[Event]:
        """Run the cases of these tiers, until one fails that makes the others needless."""
        yield Stage(text="preparing cases")
        own = self.submitted.own_cases if self.mode == "run" else ()
        cases = self.maker.samples()
        if self.mode == "submit":
            cases = [*cases, *self.maker.hidden(full=self.full)]
        total = len(cases) + len(own)
        self.found.totals = Counter(case.tier for case in cases)
        for index, case in enumerate(cases):
            if case.tier not in tiers:
                continue
            if _enough(self.found.cases, case):
                break
            yield Stage(text=f"{case.tier}: {self.runner.shown_name(case, index)}", done=index, total=total)
            self.found.ran[index] = case
            yield self.runner.run(case, index, total)
        if own:
            self.found.totals[Tier.OWN] = len(own)
        for number, text in enumerate(own):
            yield self.runner.run_own(text, number, len(cases) + number, total)

    def growth(self) -> Iterator[Event]:
        """Measure it where the cases so far are right, or as far as the limits let them run: it explains these."""
        if not all(case.verdict in SLOW_BUT_RIGHT for case in self.found.cases):
            return
        yield Stage(text="measuring growth")
        builder = Builder(self.sandbox, self.maker.cache.folder / "builds")
        language = language_for(self.submitted.language)
        reference, budget = compared_with(self.problem, language, self.program, builder)
        budget = budget if self.calibration is None else budget.on(self.calibration)
        budget = replace(budget, find_line=budget.find_line and self.find_line)
        try:
            yield from measure_growth(self.problem, self.program, reference, self.maker, self.sandbox, budget)
        except WrongAtSize as wrong:
            self.found.totals[Tier.SCALE] = self.found.totals.get(Tier.SCALE, 0) + 1
            index = len(self.found.cases)
            yield self.runner.wrong_at_size(wrong, index, index + 1)


def _enough(done: list[CaseFinished], following: Case) -> bool:
    """Whether `following` need not run: an earlier tier failed, or this one has shown its time limit often enough."""
    failed = [case for case in done if case.verdict is not Verdict.AC]
    if any(case.tier is not following.tier for case in failed):
        return True
    return sum(case.verdict is Verdict.TLE for case in failed) >= TIME_LIMITS_A_TIER
