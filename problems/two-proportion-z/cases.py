"""Inputs of two-proportion-z: (x1, n1, x2, n2)."""

from math import sqrt

MOST = 10**9


def samples():
    return [
        {
            "input": (120, 1000, 90, 1000),
            "answer": (2.1882658846227234, 0.028650240398448452),
            "note": "r = 210 / 2000 = 0.105 and se = √(0.105 · 0.895 · 0.002) = 0.01371. The rates 0.12 and 0.09 differ by 2.19 of that; a standard normal variable lies so far out, on either side, in 2.9 % of all draws.",
        },
        {
            "input": (30, 400, 450, 1000),
            "answer": (-13.353980842723495, 1.1228437894779097e-40),
            "note": "r = 480 / 1400, not the mean of 0.075 and 0.45. The first group has the lower rate, so z is negative. p is tiny, but has its digits all the same.",
        },
        {
            "input": (0, 50, 0, 80),
            "answer": (0.0, 1.0),
            "note": "Nobody converted: no difference, and nothing to divide it by.",
        },
    ]


def edges(rng):
    some = [(rng.randrange(1, 400), 400, rng.randrange(1, 900), 900) for _ in range(4)]
    return [
        ("one user each, none converted", (0, 1, 0, 1)),
        ("one user each, both converted", (1, 1, 1, 1)),
        ("one user each, only the first", (1, 1, 0, 1)),
        ("one user each, only the second", (0, 1, 1, 1)),
        ("everybody", (70, 70, 30, 30)),
        ("everybody, in large groups", (10**6, 10**6, 3 * 10**5, 3 * 10**5)),
        ("nobody, in large groups", (0, 10**6, 0, 3 * 10**5)),
        ("none against some", (0, 10, 5, 10)),
        ("some against none", (5, 10, 0, 10)),
        ("none against all", (0, 12, 9, 9)),
        ("all against some", (8, 8, 3, 20)),
        ("equal rates, equal groups", (30, 100, 30, 100)),
        ("equal rates, groups that differ", (3, 10, 3000, 10000)),
        ("a third against two sixths", (1, 3, 2, 6)),
        ("very different groups", (40, 50, 65_000, 100_000)),
        ("the second is better", (45, 500, 90, 600)),
        ("just significant", (530, 1000, 486, 1000)),
        ("one user more", (500_001, 10**6, 500_000, 10**6)),
        ("nearly all converted", (995, 1000, 985, 1000)),
        ("z of about 5", (600, 1000, 488, 1000)),
        ("z of about 9", (700, 1000, 500, 1000)),
        ("z of about 20", (7000, 10_000, 5600, 10_000)),
        ("z of about 36, p still a float", (6800, 10_000, 4270, 10_000)),
        ("p of about 1e-305, whose digits need not be there", (6800, 10_000, 4170, 10_000)),
        ("z of about 40, p below every float", (7000, 10_000, 4190, 10_000)),
        ("z of about 100", (9000, 10_000, 1930, 10_000)),
        *((f"any {number}", one) for number, one in enumerate(some, 1)),
    ]


def even_split(n, rng):
    n1 = max(1, n // 2)
    n2 = max(1, n - n1)
    rate = rng.uniform(0.05, 0.9)
    return _draw(n1, n2, rate, rng.uniform(-3, 3))


def far_tail(n, rng):
    n1 = max(1, n // 10)
    n2 = min(MOST, max(1, n - n1))
    rate = rng.uniform(0.2, 0.7)
    return _draw(n1, n2, rate, rng.choice([-1, 1]) * rng.uniform(5, max(6, min(36, sqrt(n) / 6))))


def rare(n, rng):
    n1 = max(1, n // 50)
    n2 = min(MOST, max(1, n - n1))
    x1 = min(n1, rng.randrange(3, 9))
    return (x1, n1, min(n2, rng.randrange(60, 120) * 10), n2)


def _draw(n1, n2, rate, z):
    """About `z` standard errors apart, around `rate`."""
    apart = z * sqrt(rate * (1 - rate) * (1 / n1 + 1 / n2))
    share = n2 / (n1 + n2)
    one = min(max(rate + share * apart, 0.0), 0.99)
    other = min(max(rate - (1 - share) * apart, 0.0), 0.99)
    return (round(one * n1), n1, round(other * n2), n2)


def validate(x1, n1, x2, n2):
    for which, x, n in ((1, x1, n1), (2, x2, n2)):
        if type(n) is not int or not 1 <= n <= MOST:
            raise ValueError(f"n{which} is {n!r}, not an int from 1 to 10**9")
        if type(x) is not int or not 0 <= x <= n:
            raise ValueError(f"x{which} is {x!r}, not an int from 0 to n{which}")
    users = n1 + n2
    without = users - x1 - x2
    if 0 < 1000 * without < users:
        raise ValueError(f"of {users:,} users only {without:,} did not convert: none, or at least one in a thousand")
