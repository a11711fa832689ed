"""What a tool that guesses a class from the submission's own times would see, and what its guess is worth. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.growth.record import Judgement
from judge.growth.complexity import Complexity, parse_class
from judge.report import FamilyGrowth, Role

FEWEST = 4  # sizes that a class is guessed from
MARGIN = 0.25  # in powers of n: half of what the least worse solution is worse by


@dataclass(frozen=True, slots=True)
class Guess:
    """A class that a tool names: n^exponent, whatever the logarithms; infinite where it is exponential."""

    name: str
    exponent: float


Fit = Callable[[Sequence[float], Sequence[float]], Guess]  # sizes and CPU seconds, by size


def best_times(family: FamilyGrowth) -> tuple[list[float], list[float]]:
    """Sizes and least CPU seconds of the submission, where nothing stopped it."""
    points = sorted(
        (point.size, min(point.values) / 1e9)
        for point in family.points
        if point.role is Role.SUBMISSION and not point.censored and point.values
    )
    return [float(size) for size, _ in points], [seconds for _, seconds in points]


def beyond(guess: Guess, required: Complexity) -> bool:
    """Whether the class named grows faster than the required one; a logarithm is not counted against it."""
    return not required.exponential and guess.exponent > required.exponent + MARGIN


def rejects(judgement: Judgement, fit: Fit) -> bool:
    """Whether some family's class is beyond the required one. Where a limit stopped a run the tool rejects too, as a
    timeout beside it would; where it sees too few sizes it does not."""
    for family in judgement.timed:
        if any(point.censored for point in family.points if point.role is Role.SUBMISSION):
            return True
        sizes, seconds = best_times(family)
        if len(sizes) >= FEWEST and beyond(fit(sizes, seconds), parse_class(family.required)):
            return True
    return False
