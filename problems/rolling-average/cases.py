"""Cases for rolling-average. An input is (xs, k, partial)."""

import math

NAN = float("nan")


def samples():
    return [
        {
            "input": ([2.0, 4.0, 9.0, 5.0], 3, "none"),
            "answer": [NAN, NAN, 5.0, 6.0],
            "note": "Two days pass before three values are there: (2 + 4 + 9) / 3 = 5, then (4 + 9 + 5) / 3 = 6.",
        },
        {
            "input": ([2.0, 4.0, 9.0, 5.0], 3, "shrink"),
            "answer": [2.0, 3.0, 5.0, 6.0],
            "note": "The first days take what there is: 2 / 1, then (2 + 4) / 2. After that both policies agree.",
        },
        {
            "input": ([1.5, -1.5], 7, "shrink"),
            "answer": [1.5, 0.0],
            "note": "A week's window over two days: the series is shorter than the window, so every mean is partial.",
        },
    ]


def edges(rng):
    week = [float(rng.randrange(1, 50)) for _ in range(10)]
    cents = [rng.randrange(-10_000, 10_000) / 100 for _ in range(60)]
    cases = []
    for partial in ("none", "shrink"):
        cases += [
            (f"empty series, {partial}", ([], 3, partial)),
            (f"one value, {partial}", ([-4.25], 1, partial)),
            (f"one value, wide window, {partial}", ([-4.25], 2, partial)),
            (f"window of one, {partial}", (week, 1, partial)),
            (f"window as long as the series, {partial}", (week, len(week), partial)),
            (f"window one longer than the series, {partial}", (week, len(week) + 1, partial)),
            (f"window far longer than the series, {partial}", (week, 1_000_000, partial)),
            (f"window one shorter than the series, {partial}", (week, len(week) - 1, partial)),
            (f"a week, {partial}", (week, 7, partial)),
            (f"all equal, {partial}", ([0.1] * 30, 7, partial)),
            (f"zeros of both signs, {partial}", ([0.0, -0.0] * 8, 3, partial)),
            (f"cents, {partial}", (cents, 7, partial)),
            (f"largest values, {partial}", ([1e9, -1e9, 1e9, 1e9, -1e9, -1e9, 3.0], 2, partial)),
        ]
    return cases


def half_window(n, rng):
    return ([rng.random() * 1000.0 for _ in range(n)], max(1, n // 2), "shrink")


def alternating(n, rng):
    """Whole numbers up to a billion, each followed by its negative: the true mean is 0 every other day."""
    xs = []
    for _ in range((n + 1) // 2):
        value = float(rng.randrange(10**8, 10**9))
        xs += (value, -value)
    return (xs[:n], 6, "none")


def validate(xs, k, partial):
    if len(xs) > 400_000:
        raise ValueError("xs has more than 400 000 values")
    for i, x in enumerate(xs):
        if type(x) is not float or not math.isfinite(x) or abs(x) > 1e9:
            raise ValueError(f"xs[{i}] = {x!r} is not a finite float between -1e9 and 1e9")
    if type(k) is not int or not 1 <= k <= 1_000_000:
        raise ValueError(f"k = {k!r} is not an int between 1 and 1 000 000")
    if partial not in ("none", "shrink"):
        raise ValueError(f'partial = {partial!r} is neither "none" nor "shrink"')
