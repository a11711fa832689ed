"""Repeating the largest sizes of a ladder, submission and reference in turn, until the budget is spent or the answer is
clear."""

from __future__ import annotations

from collections.abc import Callable

from judge.growth.budget import Budget
from judge.growth.decision import Basis
from judge.growth.judgement import Judged, Terms, far_off
from judge.growth.ladder import Ladder
from judge.growth.runs import Recorder
from judge.report import Outcome, Role

SHORT_NS = 4_000_000  # short runs are cheap: two in a round, as their noise asks for


class Rounds:
    def __init__(self, recorder: Recorder, ladder: Ladder, budget: Budget) -> None:
        self.recorder = recorder
        self.ladder = ladder
        self.budget = budget

    def run(self, judge: Callable[[], Judged], terms: Terms, cpu_ns: int) -> Judged:
        """Until `judge` has settled it, or `cpu_ns` are spent on the family; at least the fewest runs that it asks."""
        judged = judge()
        for number in range(self.budget.most_runs):
            fewest = self.fewest()
            enough = fewest >= self.budget.fewest_runs
            if number and enough:
                judged = judge()
            if (enough or not number) and self._settled(judged, terms, fewest):
                break
            if enough and self._spent_ns() > cpu_ns:
                break
            self.once(number)
        else:
            judged = judge()  # with the last round
        for number in range(self.budget.most_runs, self.budget.most_runs + self.budget.runs_to_be_sure):
            decision = judged.decision
            if decision.outcome is not Outcome.EXCEEDS or decision.basis is Basis.CENSORED:
                break
            self.once(number)
            judged = judge()
        return judged

    def once(self, number: int) -> None:
        """A B in even rounds, B A in odd ones."""
        for size in self._repeated():
            slowest = max(self.recorder.fastest(role, size) for role in Role)
            for repeat in range(2 if slowest + self.budget.start_ns < SHORT_NS else 1):
                roles = (Role.REFERENCE, Role.SUBMISSION)
                for role in roles if (number + repeat) % 2 == 0 else roles[::-1]:
                    limit = max(8 * self.recorder.fastest(role, size), 4 * self.ladder.share_ns)
                    self.recorder.run(role, size, limit)

    def _spent_ns(self) -> int:
        return self.recorder.spent_ns + self.recorder.runs * self.budget.start_ns

    def fewest(self) -> int:
        """Runs of each role at each of the repeated sizes."""
        series = (self.recorder.series[role, size] for size in self._repeated() for role in Role)
        return min((len(one.cpu_ns) for one in series), default=0)

    def _repeated(self) -> list[int]:
        """The smallest gives the fixed cost, the largest the growth."""
        return self.ladder.sizes[:1] + self.ladder.sizes[1:][-self.budget.sizes :]

    def _settled(self, judged: Judged, terms: Terms, runs: int) -> bool:
        decision = judged.decision
        if decision.outcome is Outcome.EXCEEDS:
            # One run a size may decide only what could hardly be clearer.
            return far_off(decision, terms) if runs >= 2 else decision.basis is Basis.CENSORED
        return decision.outcome is Outcome.WITHIN and runs >= self.budget.fewest_runs
