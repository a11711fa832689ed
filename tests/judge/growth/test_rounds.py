"""How often the sizes of a ladder are run again, by what is thought of them so far."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from judge.growth.budget import Budget
from judge.growth.complexity import parse_class
from judge.growth.decision import Basis, Decision
from judge.growth.judgement import Judged, Terms
from judge.growth.ladder import Ladder
from judge.growth.rounds import Rounds
from judge.growth.runs import Recorder, Series
from judge.report import Outcome, Role

SIZES = [100, 200, 400, 800, 1600]
EXCEEDS = Decision(Outcome.EXCEEDS, Basis.RATIO, slope=1.0, low=0.9, high=1.1)
STOPPED = Decision(Outcome.EXCEEDS, Basis.CENSORED)
OPEN = Decision(Outcome.INCONCLUSIVE, Basis.RATIO)


class Costs:
    """A recorder in which every run costs the same."""

    def __init__(self, cpu_ns: int = 9_000_000) -> None:
        self.cpu_ns = cpu_ns
        self.series = {(role, size): Series([cpu_ns]) for role in Role for size in SIZES}
        self.spent_ns = self.runs = 0

    def fastest(self, role: Role, size: int) -> int:
        return min(self.series[role, size].cpu_ns)

    def run(self, role: Role, size: int, cpu_ns: int) -> None:
        self.series[role, size].cpu_ns.append(self.cpu_ns)
        self.spent_ns += self.cpu_ns
        self.runs += 1


@pytest.mark.parametrize(
    ("said", "last", "runs"),
    [
        ([EXCEEDS], Outcome.EXCEEDS, 7),  # as often as it may be asked
        ([EXCEEDS, OPEN], Outcome.INCONCLUSIVE, 3),  # one look at single runs decides nothing
        ([EXCEEDS, EXCEEDS, OPEN], Outcome.INCONCLUSIVE, 4),
        ([OPEN], Outcome.INCONCLUSIVE, 3),
        ([STOPPED], Outcome.EXCEEDS, 1),
    ],
)
def test_a_query_is_not_rejected_for_few_runs(said: list[Decision], last: Outcome, runs: int) -> None:
    recorder = Costs()
    ladder = cast(Ladder, SimpleNamespace(sizes=SIZES, share_ns=1_000_000))
    rounds = Rounds(cast(Recorder, recorder), ladder, Budget.of_queries(steps=False))
    left = iter(said)
    now = [said[0]]

    def judge() -> Judged:
        now[0] = next(left, now[0])
        return Judged(now[0])

    judged = rounds.run(judge, Terms(parse_class("n"), 1.0, compiled=True), 10**9)
    assert judged.decision.outcome is last
    assert rounds.fewest() == runs


@pytest.mark.parametrize(("warms_up", "runs"), [(False, 19), (True, 3)])
def test_what_is_dear_to_start_is_not_run_again_and_again(warms_up: bool, runs: int) -> None:
    """Its runs cost next to nothing in themselves, so that the budget would never be spent."""
    recorder = Costs(cpu_ns=1_000_000)
    ladder = cast(Ladder, SimpleNamespace(sizes=SIZES, share_ns=1_000_000))
    rounds = Rounds(cast(Recorder, recorder), ladder, Budget.of_language(warms_up, memory=False))
    rounds.run(lambda: Judged(OPEN), Terms(parse_class("n"), 1.0), 500_000_000)
    assert rounds.fewest() == runs
