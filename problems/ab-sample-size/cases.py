"""Inputs of ab-sample-size: (p0, mde, alpha, power, variants)."""

from math import sqrt
from statistics import NormalDist

NEAR = 1e-3  # from a whole number: there the last bits of a quantile could decide


def samples():
    return [
        {
            "input": (0.1, 0.02, 0.05, 0.8, 1),
            "answer": 3839,
            "note": "z(0.975) + z(0.8) = 1.95996 + 0.84162 = 2.80159, its square is 7.84888. The variances are 0.1 · 0.9 + 0.12 · 0.88 = 0.1956. 7.84888 · 0.1956 / 0.0004 = 3838.1, so 3839 users are needed.",
        },
        {
            "input": (0.1, 0.02, 0.05, 0.8, 3),
            "answer": 5120,
            "note": "Three variants: each comparison has a third of the level, and z(1 − 0.05 / 6) = 2.39398 takes the place of 1.95996. The power is as before. n is 5119.1.",
        },
        {
            "input": (0.2, -0.05, 0.1, 0.9, 1),
            "answer": 985,
            "note": "A drop to 0.15: (1.64485 + 1.28155)² · (0.16 + 0.1275) / 0.0025 = 984.8.",
        },
    ]


def edges(rng):
    some = [_about(rng.randrange(50, 5000), rng, rng.uniform(0.3, 0.7)) for _ in range(4)]
    return [
        ("as many texts compute it", (0.05, 0.01, 0.05, 0.8, 1)),
        ("level of one in a hundred", (0.05, 0.01, 0.01, 0.8, 1)),
        ("power one half: its quantile is 0", (0.1, 0.03, 0.05, 0.5, 1)),
        ("largest power", (0.1, 0.03, 0.05, 0.9999, 1)),
        ("smallest level", (0.1, 0.03, 0.001, 0.8, 1)),
        ("largest level", (0.1, 0.03, 0.5, 0.8, 1)),
        ("level and power at their least", (0.3, 0.1, 0.5, 0.5, 1)),
        ("a single user each", (0.01, 0.98, 0.05, 0.8, 1)),
        ("two users each", (0.04, 0.9, 0.1, 0.9, 1)),
        ("a small drop", (0.5, -0.01, 0.05, 0.8, 1)),
        ("a drop from near 1", (0.97, -0.04, 0.05, 0.8, 1)),
        ("a drop to nearly nothing", (0.06, -0.055, 0.05, 0.9, 1)),
        ("a rise to near 1", (0.9, 0.08, 0.05, 0.8, 1)),
        ("a large rise", (0.02, 0.6, 0.05, 0.95, 1)),
        ("rates that mirror each other", (0.45, 0.1, 0.05, 0.8, 1)),
        ("two variants", (0.1, 0.02, 0.05, 0.8, 2)),
        ("most variants", (0.1, 0.02, 0.05, 0.8, 20)),
        ("most variants, smallest level, largest power", (0.3, 0.02, 0.001, 0.9999, 20)),
        ("one in a thousand converts", (0.001, 0.0001, 0.05, 0.8, 1)),
        ("one in a thousand, a drop, four variants", (0.001, -0.0002, 0.05, 0.8, 4)),
        ("smallest effect", (0.5, 0.0001, 0.05, 0.8, 1)),
        ("smallest effect, as sure as allowed", (0.5, -0.0001, 0.001, 0.9999, 20)),
        ("four hundred million", (0.48, 0.0001, 0.05, 0.81, 1)),
        *((f"any {number}", one) for number, one in enumerate(some, 1)),
    ]


def small_lift(n, rng):
    return _about(n, rng, rng.uniform(0.25, 0.75), sign=rng.choice([-1, 1]))


def rare_event(n, rng):
    return _about(n, rng, rng.uniform(0.0008, 0.0012), levels=(0.001, 0.002), powers=(0.9999, 0.999))


def many_variants(n, rng):
    return _about(n, rng, rng.uniform(0.3, 0.7), sign=rng.choice([-1, 1]), variants=rng.randrange(2, 21))


def _about(n, rng, p0, sign=1, variants=1, levels=(0.01, 0.05, 0.1), powers=(0.8, 0.9, 0.95)):
    """Inputs whose answer is about n, well away from rounding."""
    alpha, power = rng.choice(levels), rng.choice(powers)
    around = p0
    while True:
        p0 = round(around * rng.uniform(0.99, 1.01), 7)
        target, mde = n - rng.uniform(0.05, 0.95), 0.0
        for _ in range(30):
            variance = p0 * (1 - p0) + (p0 + mde) * (1 - p0 - mde)
            mde = sign * min(0.2, _quantiles(alpha, power, variants) * sqrt(variance / target))
        mde = sign * max(0.0001, round(abs(mde), 8))
        found = (p0, mde, alpha, power, variants)
        if 0.02 < _users(*found) % 1 < 0.98:
            return found


def _quantiles(alpha, power, variants):
    return NormalDist().inv_cdf(power) - NormalDist().inv_cdf(alpha / variants / 2)


def _users(p0, mde, alpha, power, variants):
    p1 = p0 + mde
    return _quantiles(alpha, power, variants) ** 2 * (p0 * (1 - p0) + p1 * (1 - p1)) / mde**2


def validate(p0, mde, alpha, power, variants):
    for name, value in (("p0", p0), ("mde", mde), ("alpha", alpha), ("power", power)):
        if type(value) is not float:
            raise ValueError(f"{name} is {value!r}, not a float")
    if not 0 < p0 < 1:
        raise ValueError(f"p0 is {p0!r}, not between 0 and 1")
    if not 0 < p0 + mde < 1:
        raise ValueError(f"p0 + mde is {p0 + mde!r}, not between 0 and 1")
    if abs(mde) < 0.0001:
        raise ValueError(f"mde is {mde!r}, nearer to 0 than 0.0001")
    if not 0.001 <= alpha <= 0.5:
        raise ValueError(f"alpha is {alpha!r}, not from 0.001 to 0.5")
    if not 0.5 <= power <= 0.9999:
        raise ValueError(f"power is {power!r}, not from 0.5 to 0.9999")
    if type(variants) is not int or not 1 <= variants <= 20:
        raise ValueError(f"variants is {variants!r}, not an int from 1 to 20")
    users = _users(p0, mde, alpha, power, variants)
    if abs(users - round(users)) <= NEAR:
        raise ValueError(f"n comes to {users!r}, within a thousandth of a whole number: rounding could decide")
