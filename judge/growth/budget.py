"""What measuring the growth of one submission may cost, and what this host's clock can tell."""

from __future__ import annotations

from dataclasses import dataclass, replace

from judge.growth.calibration import Calibration
from judge.growth.decision import GRAIN_NS

# What repeats to within 5 % is so many times what can be seen at all over a fixed cost.
WORK_TO_GRAIN = 5
START_NS = 50_000_000  # node takes about as long to start, a Java machine twice as long


@dataclass(frozen=True, slots=True)
class Budget:
    """`cpu_ns`: CPU time of both roles over all timed families; as much again where the first decision is close."""

    cpu_ns: int = 3_000_000_000
    shares: int = 16  # a single run takes at most about this part of its family's budget
    sizes: int = 7  # the largest ones, which the rounds repeat
    fewest_runs: int = 3
    most_runs: int = 9
    runs_to_be_sure: int = 0  # beyond the most, as long as they say that it exceeds: nobody is rejected for few runs
    grain_ns: float = GRAIN_NS  # the least cost that this host's clock can tell
    noisy: bool = False  # it tells too little for time to decide what is not far off
    look_closer: bool = True  # spend as much again where the first decision is close
    count_instructions: bool = True
    find_line: bool = True  # of a submission that exceeds; traced, outside the budget
    across: bool = False  # submission and reference are of two languages
    warms_up: bool = False  # the submission's language is compiled while it runs

    compiled: bool = False  # both are of one language that is compiled before it runs
    memory: bool = True  # peaks can be compared
    steps: bool = False  # of a virtual machine are counted in the same runs
    few_runs: bool = False  # each costs far more than what is measured of it, on any host

    @property
    def start_ns(self) -> int:
        """Of a run, beside what is measured of it."""
        return START_NS if self.warms_up else 0

    @classmethod
    def of_language(cls, warms_up: bool, memory: bool) -> Budget:
        """Both are of one language, which is not Python. `memory`: peaks say what is needed."""
        return cls(count_instructions=False, find_line=False, warms_up=warms_up, compiled=not warms_up, memory=memory)

    @classmethod
    def of_queries(cls, steps: bool) -> Budget:
        """Both are queries in one dialect. Loading the tables costs many times what most queries do."""
        return cls(
            most_runs=2,
            runs_to_be_sure=4,
            look_closer=False,
            count_instructions=False,
            find_line=False,
            memory=False,
            compiled=True,
            steps=steps,
            few_runs=True,
        )

    def on(self, host: Calibration) -> Budget:
        """The same on a host of which this is known: what its clock cannot tell is not read from it, and what it tells
        only in more runs gets more."""
        return replace(
            self,
            grain_ns=max(self.grain_ns, host.grain_ns / WORK_TO_GRAIN),
            noisy=host.too_noisy,
            fewest_runs=self.fewest_runs if self.few_runs else max(self.fewest_runs, host.runs),
            most_runs=self.most_runs if self.few_runs else max(self.most_runs, 2 * host.runs),
        )

    @classmethod
    def between_languages(cls, warms_up: bool) -> Budget:
        """Instructions are not compared, and lines are found in Python alone."""
        return cls(count_instructions=False, find_line=False, across=True, warms_up=warms_up, memory=False)
