"""Dynamic programming along one line: rising subsequences, coins."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, right, worse


def _shuffled(n: int, rng: random.Random) -> tuple[list[int]]:
    return (rng.sample(range(10 * n), n),)


def _rising(n: int, rng: random.Random) -> tuple[list[int]]:
    return (sorted(rng.sample(range(10 * n), n)),)


def _high_then_low(n: int, rng: random.Random) -> tuple[list[int]]:
    """Rising high ones, then rising low ones."""
    low = sorted(rng.sample(range(10 * n), n))
    return (low[n // 2 :] + low[: n // 2],)


def _coins(n: int, rng: random.Random) -> tuple[list[int], int]:
    return [1, *rng.sample(range(2, 30), 5), rng.randrange(30, 51)], n


RISING = Task(
    "longest-rising",
    "longest",
    "n log n",
    (
        Family("random", _shuffled, 500, 300_000),
        Family("rising", _rising, 500, 300_000),
        Family("high_then_low", _high_then_low, 500, 300_000),
    ),
    (
        right(
            "piles",
            "a bisection of the piles' tops for each element",
            """
            from bisect import bisect_left
            def longest(xs):
                tops = []
                for x in xs:
                    at = bisect_left(tops, x)
                    if at == len(tops):
                        tops.append(x)
                    else:
                        tops[at] = x
                return len(tops)
            """,
        ),
        right(
            "own_bisection",
            "the same with halving written out",
            """
            def longest(xs):
                tops = []
                for x in xs:
                    low, high = 0, len(tops)
                    while low < high:
                        middle = (low + high) // 2
                        if tops[middle] < x:
                            low = middle + 1
                        else:
                            high = middle
                    tops[low : low + 1] = [x]
                return len(tops)
            """,
        ),
        right(
            "fenwick",
            "a tree of maxima over ranks: two logarithmic walks an element, in pure Python",
            """
            class Maxima:
                def __init__(self, n):
                    self.best = [0] * (n + 1)
                def raise_to(self, at, value):
                    while at < len(self.best):
                        self.best[at] = max(self.best[at], value)
                        at += at & -at
                def before(self, at):
                    best = 0
                    while at:
                        best = max(best, self.best[at])
                        at -= at & -at
                    return best
            def longest(xs):
                rank = {x: i for i, x in enumerate(sorted(set(xs)), 1)}
                maxima = Maxima(len(rank))
                for x in xs:
                    maxima.raise_to(rank[x], maxima.before(rank[x] - 1) + 1)
                return maxima.before(len(rank))
            """,
            Kind.SLOW,
        ),
        worse(
            "all_before",
            "every element before is compared",
            """
            def longest(xs):
                best = []
                for i, x in enumerate(xs):
                    best.append(1 + max((best[j] for j in range(i) if xs[j] < x), default=0))
                return max(best)
            """,
            blame="for j in range(i) if xs[j] < x",
        ),
        worse(
            "tops_scanned",
            "the piles are looked through from the first: n of them where all rise",
            """
            def longest(xs):
                tops = []
                for x in xs:
                    for at, top in enumerate(tops):
                        if top >= x:
                            tops[at] = x
                            break
                    else:
                        tops.append(x)
                return len(tops)
            """,
            Kind.FAMILY,
            blame="if top >= x:",
        ),
        worse(
            "tops_from_last",
            "the piles are looked through from the last, which ends at once where all rise, but low ones walk past n/2",
            """
            def longest(xs):
                tops = []
                for x in xs:
                    at = len(tops)
                    while at and tops[at - 1] >= x:
                        at -= 1
                    if at == len(tops):
                        tops.append(x)
                    else:
                        tops[at] = x
                return len(tops)
            """,
            Kind.EARLY,
            blame="while at and tops[at - 1] >= x:",
        ),
        worse(
            "sequences_kept",
            "each pile keeps a whole subsequence, copied in C: n long where all rise",
            """
            from bisect import bisect_left
            def longest(xs):
                tops, ways = [], []
                for x in xs:
                    at = bisect_left(tops, x)
                    way = (ways[at - 1] if at else []) + [x]
                    if at == len(tops):
                        tops.append(x)
                        ways.append(way)
                    else:
                        tops[at] = x
                        ways[at] = way
                return len(ways[-1])
            """,
            Kind.HIDDEN,
            blame="else []) + [x]",
        ),
        worse(
            "tops_rebuilt",
            "the list of tops is put together anew for each element, in C",
            """
            from bisect import bisect_left
            def longest(xs):
                tops = []
                for x in xs:
                    at = bisect_left(tops, x)
                    tops = tops[:at] + [x] + tops[at + 1 :]
                return len(tops)
            """,
            Kind.HIDDEN,
            blame="tops[:at] + [x] + tops[at + 1 :]",
        ),
    ),
)

COINS = Task(
    "fewest-coins",
    "fewest",
    "n",
    (Family("amount", _coins, 500, 400_000),),
    (
        right(
            "table",
            "seven coins for each amount",
            """
            def fewest(coins, amount):
                best = [0] + [amount + 1] * amount
                for total in range(1, amount + 1):
                    for coin in coins:
                        if coin <= total and best[total - coin] + 1 < best[total]:
                            best[total] = best[total - coin] + 1
                return best[amount]
            """,
        ),
        right(
            "largest_first",
            "beyond the square of the largest coin that coin is in an answer: constant",
            """
            def fewest(coins, amount):
                largest = max(coins)
                used = max(0, (amount - largest * largest) // largest)
                amount -= used * largest
                best = [0] * (amount + 1)
                for total in range(1, amount + 1):
                    best[total] = 1 + min(best[total - coin] for coin in coins if coin <= total)
                return used + best[amount]
            """,
            Kind.FAST,
        ),
        right(
            "coin_by_coin",
            "the loops the other way round",
            """
            def fewest(coins, amount):
                best = list(range(amount + 1))
                for coin in coins:
                    for total in range(coin, amount + 1):
                        best[total] = min(best[total], best[total - coin] + 1)
                return best[amount]
            """,
        ),
        right(
            "decimals",
            "the same table as a dict of wrapped decimals",
            """
            from dataclasses import dataclass
            from decimal import Decimal
            @dataclass(frozen=True, order=True)
            class Count:
                coins: Decimal
                def more(self):
                    return Count(self.coins + 1)
            def fewest(coins, amount):
                best = {Decimal(0): Count(Decimal(0))}
                for total in map(Decimal, range(1, amount + 1)):
                    best[total] = min(best[total - coin].more() for coin in coins if total - coin in best)
                return int(best[Decimal(amount)].coins)
            """,
            Kind.SLOW,
        ),
        worse(
            "all_splits",
            "every amount is split in all ways",
            """
            def fewest(coins, amount):
                best = [0] * (amount + 1)
                for total in range(1, amount + 1):
                    if total in coins:
                        best[total] = 1
                    else:
                        best[total] = min(best[part] + best[total - part] for part in range(1, total // 2 + 1))
                return best[amount]
            """,
            blame="for part in range(1, total // 2 + 1)",
        ),
        worse(
            "bits_a_round",
            "a round for each coin of the answer shifts a number of n bits: n/50 rounds of n/64 words, in C",
            """
            def fewest(coins, amount):
                reached, count = 1, 0
                while not reached >> amount & 1:
                    more = reached
                    for coin in coins:
                        more |= reached << coin
                    reached = more
                    count += 1
                return count
            """,
            Kind.HIDDEN,
            blame="more |= reached << coin",
        ),
        worse(
            "coins_kept",
            "each amount keeps its coins, a copy of n/50 and more, in C",
            """
            def fewest(coins, amount):
                best = [[]]
                for total in range(1, amount + 1):
                    least = None
                    for coin in coins:
                        if coin <= total and (least is None or len(best[total - coin]) < len(least)):
                            least, used = best[total - coin], coin
                    best.append(least + [used])
                return len(best[amount])
            """,
            Kind.HIDDEN,
            blame="best.append(least + [used])",
        ),
        worse(
            "layer_of_set",
            "breadth first over sums, all that were seen copied a round: n/50 rounds of up to n, in C",
            """
            def fewest(coins, amount):
                seen, layer, count = {0}, {0}, 0
                while amount not in layer:
                    layer = {total + coin for total in layer for coin in coins if total + coin <= amount} - seen
                    seen = seen | layer
                    count += 1
                return count
            """,
            Kind.HIDDEN,
            blame="seen = seen | layer",
        ),
    ),
)

TASKS = (
    RISING,
    COINS,
)
