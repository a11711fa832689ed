"""Two pointers: water between walls, and its memory."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, right, worse


def _random(n: int, rng: random.Random) -> tuple[list[int]]:
    return ([rng.randrange(20) for _ in range(n)],)


def _valley(n: int, rng: random.Random) -> tuple[list[int]]:
    """Falls slowly, then rises slowly: the wall of every place is far away."""
    half = n // 2
    falling = [1_000_000_000 - 400 * i - rng.randrange(300) for i in range(half)]
    rising = [1_000_000_000 - 400 * (half - i) - rng.randrange(300) for i in range(n - half)]
    return (falling + rising,)


WATER = Task(
    "water",
    "water",
    "n",
    (Family("random", _random, 500, 2_000_000), Family("valley", _valley, 500, 1_000_000)),
    (
        right(
            "two_pointers",
            "each place once, no memory",
            """
            def water(walls):
                left, right, high_left, high_right, total = 0, len(walls) - 1, 0, 0, 0
                while left < right:
                    if walls[left] < walls[right]:
                        if walls[left] > high_left:
                            high_left = walls[left]
                        total += high_left - walls[left]
                        left += 1
                    else:
                        if walls[right] > high_right:
                            high_right = walls[right]
                        total += high_right - walls[right]
                        right -= 1
                return total
            """,
        ),
        right(
            "over_the_peak",
            "towards the highest wall from both sides",
            """
            def water(walls):
                peak = walls.index(max(walls))
                total = high = 0
                for i in range(peak):
                    high = max(high, walls[i])
                    total += high - walls[i]
                high = 0
                for i in range(len(walls) - 1, peak, -1):
                    high = max(high, walls[i])
                    total += high - walls[i]
                return total
            """,
        ),
        right(
            "objects",
            "an object with methods and exact fractions at each side: dearer by a factor",
            """
            from fractions import Fraction
            class Side:
                def __init__(self, at, step):
                    self.at, self.step, self.high = at, step, Fraction(0)
                def pour(self, walls):
                    here = Fraction(walls[self.at])
                    self.high = max(self.high, here)
                    self.at += self.step
                    return self.high - here
            def water(walls):
                left, right, total = Side(0, 1), Side(len(walls) - 1, -1), Fraction(0)
                while left.at < right.at:
                    low = left if walls[left.at] < walls[right.at] else right
                    total += low.pour(walls)
                return int(total)
            """,
            Kind.SLOW,
        ),
        worse(
            "two_lists",
            "a list of the highest so far from either side: n more in memory",
            """
            from itertools import accumulate
            def water(walls):
                from_left = list(accumulate(walls, max))
                from_right = list(accumulate(reversed(walls), max))[::-1]
                return sum(min(a, b) - h for a, b, h in zip(from_left, from_right, walls))
            """,
            Kind.MEMORY,
        ),
        worse(
            "dict_of_highs",
            "a dict of the highest to the right of each place: n more in memory",
            """
            def water(walls):
                right, high = {}, 0
                for i in range(len(walls) - 1, -1, -1):
                    high = max(high, walls[i])
                    right[i] = high
                total = high = 0
                for i, wall in enumerate(walls):
                    high = max(high, wall)
                    total += min(high, right[i]) - wall
                return total
            """,
            Kind.MEMORY,
        ),
        worse(
            "slices",
            "max of a slice on either side of each place, in C",
            """
            def water(walls):
                return sum(min(max(walls[: i + 1]), max(walls[i:])) - h for i, h in enumerate(walls))
            """,
            Kind.HIDDEN,
            blame="max(walls[: i + 1])",
        ),
        worse(
            "until_the_highest",
            "looks to both sides until it meets the highest wall of all: near among twenty heights, far in a valley",
            """
            def water(walls):
                top, total, n = max(walls), 0, len(walls)
                for i, wall in enumerate(walls):
                    left = right = wall
                    at = i
                    while at > 0 and left < top:
                        at -= 1
                        if walls[at] > left:
                            left = walls[at]
                    at = i
                    while at < n - 1 and right < top:
                        at += 1
                        if walls[at] > right:
                            right = walls[at]
                    total += min(left, right) - wall
                return total
            """,
            Kind.EARLY,
            blame="if walls[at] > ",
        ),
    ),
    space="1",
)

TASKS = (WATER,)
