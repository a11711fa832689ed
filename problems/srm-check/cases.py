"""Inputs of srm-check: (counts, ratios)."""

from math import erfc, exp, lgamma, log, sqrt

MOST_GROUPS = 200_000
MOST, MOST_IN_ALL = 10**9, 10**12
LEVEL, NEAR = 1e-3, 1e-9


def samples():
    return [
        {
            "input": ([4100, 5900], [1.0, 1.0]),
            "answer": (324.0, 1.9481897837874302e-72, True),
            "note": "41 to 59 instead of half and half: 5000 were expected in each group, and 900² / 5000 twice is 324. With two groups d is 1, and p = erfc(√162).",
        },
        {
            "input": ([480, 260, 260], [2.0, 1.0, 1.0]),
            "answer": (1.6, 0.44932896411722156, False),
            "note": "Planned are 500, 250 and 250: 400 / 500 + 100 / 250 + 100 / 250 = 1.6. With d = 2 the sum has the single term s = 0, so p = exp(−0.8).",
        },
        {
            "input": ([0, 0], [50.0, 50.0]),
            "answer": (0.0, 1.0, False),
            "note": "No users yet.",
        },
    ]


def edges(rng):
    shares = [0.1, 0.2, 0.3, 0.4]
    some = [_scattered([rng.uniform(0.5, 2) for _ in range(k)], 1000, rng) for k in (2, 3, 4, 9, 30)]
    return [
        ("one group", ([17], [1.0])),
        ("one group, a ratio that does not divide evenly", ([123_457], [0.3])),
        ("one group, no users", ([0], [2.5])),
        ("no users in many groups", ([0] * 7, [1.0] * 7)),
        ("one user", ([1, 0], [0.5, 0.5])),
        ("one user in three groups", ([0, 1, 0], [1.0, 1.0, 1.0])),
        ("exactly as planned", ([300, 700], [0.3, 0.7])),
        ("exactly as planned, in shares of ten", ([100, 200, 300, 400], shares)),
        ("exactly as planned, by a thousand million", ([250_000_000] * 4, [25.0] * 4)),
        ("percentages", ([5100, 4900], [50.0, 50.0])),
        ("parts", ([905, 95], [9.0, 1.0])),
        ("shares", ([905, 95], [0.9, 0.1])),
        ("ratios below one in all", ([510, 490], [0.001, 0.001])),
        ("largest against smallest ratio", ([999_990, 10], [1000.0, 0.001])),
        ("an empty group", ([1000, 0], [0.5, 0.5])),
        ("an empty group that was to be tiny", ([1000, 0], [0.999, 0.001])),
        ("three groups", ([350, 320, 330], [1.0, 1.0, 1.0])),
        ("four groups", ([260, 240, 255, 245], [1.0, 1.0, 1.0, 1.0])),
        ("five groups, not alike", ([210, 190, 405, 98, 97], [0.2, 0.2, 0.4, 0.1, 0.1])),
        ("six groups, one short", ([1000, 1010, 990, 1005, 860, 995], [1.0] * 6)),
        ("p between 0.001 and 0.05", ([540, 460], [1.0, 1.0])),
        ("p just above 0.001", ([5164, 4836], [1.0, 1.0])),
        ("p just below 0.001", ([5165, 4835], [1.0, 1.0])),
        ("p just above 0.001, three groups", ([3480, 3180, 3340], [1.0, 1.0, 1.0])),
        ("41 to 59 of a hundred", ([41, 59], [0.5, 0.5])),
        ("41 to 59 of a million", ([410_000, 590_000], [0.5, 0.5])),
        ("half and half, a thousand million users", ([500_010_000, 499_990_000], [1.0, 1.0])),
        ("a slight drift among a thousand million", ([500_200_000, 499_800_000], [1.0, 1.0])),
        (
            "five groups, a thousand million each",
            ([999_990_000, 999_970_000, 10**9, 999_980_000, 999_960_000], [2.0] * 5),
        ),
        ("p of about 1e-251", ([483_050, 516_950], [1.0, 1.0])),
        ("p of about 1e-231, six groups", ([94_000, 106_000, 100_000, 104_400, 95_900, 99_700], [1.0] * 6)),
        ("p below every float", ([0, 10**9], [1.0, 1.0])),
        ("p below every float, three groups", ([10**8, 2 * 10**8, 10**8], [1.0, 1.0, 1.0])),
        ("two thousand groups, all alike", ([500] * 2000, [1.0] * 2000)),
        ("two thousand groups, as chance would have it", ([500, 546] * 1000, [1.0] * 2000)),
        ("two thousand groups, every other one with an eighth more", ([500, 560] * 1000, [1.0] * 2000)),
        *((f"{len(one[0])} groups, scattered", one) for one in some),
    ]


def as_planned(n, rng):
    return _scattered([round(rng.uniform(0.5, 2), 6) for _ in range(n)], rng.choice([200, 1000, 20_000]), rng)


def all_off(n, rng):
    """Scattered by somewhat more than chance: chi2 is about d + 20 to 35 times √d."""
    return _scattered([2.0] * n, rng.choice([200, 1000, 20_000]), rng, sqrt(1 + rng.uniform(20, 35) / sqrt(n)))


def _scattered(ratios, users, rng, wide=1.0):
    """About `users` in a group, scattered `wide` times as far as chance does it."""
    each = users * len(ratios) / sum(ratios)
    counts = [max(0, round(rng.gauss(each * ratio, wide * sqrt(each * ratio)))) for ratio in ratios]
    return (counts, ratios)


def validate(counts, ratios):
    if type(counts) is not list or type(ratios) is not list or len(counts) != len(ratios):
        raise ValueError("counts and ratios must be lists of one length")
    if not 1 <= len(counts) <= MOST_GROUPS:
        raise ValueError(f"there are {len(counts):,} groups, not from 1 to {MOST_GROUPS:,}")
    for i, (count, ratio) in enumerate(zip(counts, ratios, strict=True)):
        if type(count) is not int or not 0 <= count <= MOST:
            raise ValueError(f"counts[{i}] is {count!r}, not an int from 0 to 10**9")
        if type(ratio) is not float or not 0.001 <= ratio <= 1000:
            raise ValueError(f"ratios[{i}] is {ratio!r}, not a float from 0.001 to 1000")
    users = sum(counts)
    if users > MOST_IN_ALL:
        raise ValueError(f"there are {users:,} users, at most 10**12 are allowed")
    p = _tail(counts, ratios, users) if users and len(counts) > 1 else 1.0
    if abs(p - LEVEL) <= NEAR:
        raise ValueError(f"p comes to {p!r}, too near to 0.001: rounding could decide the flag")


def _tail(counts, ratios, users):
    each = users / sum(ratios)
    h = sum((count - each * ratio) ** 2 / (each * ratio) for count, ratio in zip(counts, ratios, strict=True)) / 2
    if h == 0:
        return 1.0
    d = len(counts) - 1
    terms = (exp((i + d % 2 / 2) * log(h) - h - lgamma(i + d % 2 / 2 + 1)) for i in range(d // 2))
    return sum(terms) + (erfc(sqrt(h)) if d % 2 else 0.0)
