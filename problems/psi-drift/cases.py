"""Inputs of psi-drift: (expected, actual, bins)."""

from math import isnan, log, nan

MOST = 200_000
MOST_BINS = 50_000
LIMIT = 1e9


def samples():
    third = (0.25 - 0.0001) * log(0.25 / 0.0001) + (2 / 3 - 0.25) * log((2 / 3) / 0.25) + (0.5 - 1 / 3) * log(1.5)
    return [
        {
            "input": ([3.0, 1.0, 2.0, 4.0, 8.0, 6.0, 7.0, 5.0], [6.0, 4.0, 5.0, 7.0], 2),
            "answer": 0.25 * log(3),
            "note": "The one cut is e[4], which is 5. Half of the old values lie below it, and a quarter of the new "
            "ones: 5 itself lies in the upper bin. (0.25 - 0.5) ln 0.5 + (0.75 - 0.5) ln 1.5 = 0.25 ln 3, about 0.27: drift.",
        },
        {
            "input": ([1.0, 2.0, 1.0, 1.0, nan, 3.0, 1.0], [nan, 0.5, 1.0, 2.5, 9.0], 4),
            "answer": third,
            "note": "Without the missing value there are six: 1, 1, 1, 1, 2, 3. The cuts are e[1], e[3] and e[4], that "
            "is 1, 1 and 2, so three bins are left. Old shares: none below 1 (hence 0.0001), 4/6, 2/6. New shares: 1/4, "
            "1/4, 2/4; the 9 lies beyond everything and counts in the highest bin.",
        },
        {
            "input": ([2.0, 1.0], [nan], 2),
            "answer": nan,
            "note": "The new sample has no value.",
        },
    ]


def edges(rng):
    old = [float(rng.randrange(30)) for _ in range(63)]
    new = [float(rng.randrange(40)) for _ in range(50)]
    return [
        ("both empty", ([], [], 10)),
        ("no old values", ([], [1.0, 2.0], 4)),
        ("no new values", ([1.0, 2.0], [], 4)),
        ("old values all missing", ([nan, nan], [1.0], 4)),
        ("new values all missing", ([1.0], [nan, nan], 4)),
        ("one bin", ([1.0, 2.0, 3.0], [7.0, -7.0], 1)),
        ("one value each, the same", ([1.5], [1.5], 2)),
        ("one value each, the new one below", ([1.5], [1.25], 2)),
        ("one value each, the new one above", ([1.5], [1.75], 2)),
        ("constant, still the same", ([4.0] * 9, [4.0] * 5, 8)),
        ("constant, now below", ([4.0] * 9, [3.0] * 5, 8)),
        ("constant, now above", ([4.0] * 9, [5.0] * 5, 8)),
        ("constant, now around", ([4.0] * 9, [5.0, 3.0, 4.0], 4)),
        ("the same sample", ([3.0, 1.0, 2.0, 5.0, 4.0], [3.0, 1.0, 2.0, 5.0, 4.0], 4)),
        ("the same in another order", ([float(i) for i in range(20)], [float(i) for i in range(19, -1, -1)], 4)),
        ("every new value is a cut", ([float(i) for i in range(16)], [2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0], 8)),
        ("just below every cut", ([float(i) for i in range(16)], [1.5, 3.5, 5.5, 7.5, 9.5, 11.5, 13.5], 8)),
        ("all new values beyond the largest", ([float(i) for i in range(10)], [50.0, 60.0, 70.0], 4)),
        ("all new values before the smallest", ([float(i) for i in range(10)], [-50.0, -60.0, -70.0], 4)),
        ("beyond both ends", ([float(i) for i in range(12)], [-5.0, 3.0, 5.0, 40.0, 41.0, 8.0], 4)),
        ("more bins than values", ([5.0, 1.0, 3.0], [0.0, 2.0, 4.0, 6.0], 16)),
        ("an index that is no whole number", ([float(i) for i in range(23)], [float(i) / 2 for i in range(31)], 10)),
        ("three bins", ([float(i) for i in range(11)], [1.0, 3.0, 3.0, 7.0, 9.0], 3)),
        ("ties over several cuts", ([1.0] * 5 + [2.0] * 20 + [3.0] * 6, [1.0, 2.0, 2.0, 3.0, 3.0, 3.0], 10)),
        ("the least value often", ([0.0] * 20 + [1.0, 2.0, 3.0], [0.0, 0.0, 1.0, 5.0], 10)),
        ("empty in both", ([2.0] * 8 + [3.0] * 8, [2.0, 3.0, 3.0], 4)),
        ("a bin without new values", ([float(i) for i in range(12)], [0.0, 1.0, 9.0, 10.0, 11.0], 4)),
        ("an odd one among the missing", ([nan, 4.0, nan, 2.0, 3.0, 1.0, nan], [nan, 1.0, 2.0, nan, nan, 3.5], 2)),
        ("zeros of both signs", ([0.0, -0.0, -1.0, 1.0], [-0.0, 0.0, -0.0, 0.5], 2)),
        ("nearly equal", ([0.3, 0.1 + 0.2, 0.5, 0.1], [0.3, 0.3, 0.1 + 0.2], 4)),
        ("largest values", ([LIMIT, -LIMIT, 0.0, 1.0], [LIMIT, LIMIT, -LIMIT], 4)),
        ("skewed", ([2.0**i for i in range(21)], [1.5 * 2.0**i for i in range(0, 21, 2)], 8)),
        ("whole numbers with ties", (old, new, 8)),
        ("the other way round", (new, old, 16)),
        ("a new share below the least", ([0.0, 1.0, 2.0, 3.0], [0.5] + [5.0] * 12_000, 4)),
        ("an old share below the least", ([0.0] + [1.0] * 12_000, [0.0, 1.0, 1.0], 2)),
        ("a thousand values", ([i * i / 64 for i in range(1001)], [i * 8.0 for i in range(1000)], 64)),
    ]


def ten_bins(size, rng):
    half = size // 2
    old = [rng.gauss(100, 15) for _ in range(half - half % 10 + 1)]
    new = [rng.gauss(103, 18) for _ in range(size - len(old) - 2 * (size // 40))]
    for values in (old, new):
        values += [nan] * (size // 40)
        rng.shuffle(values)
    return (old, new, 10)


def fine_bins(size, rng):
    bins = max(2, size // 8)
    old = [rng.uniform(0, 1000) for _ in range(4 * bins + 1)]
    new = [rng.uniform(970, 1010) if rng.random() < 0.95 else rng.uniform(-10, 1000) for _ in range(size - len(old))]
    return (old, new, bins)


def validate(expected, actual, bins):
    if type(bins) is not int or not 1 <= bins <= MOST_BINS:
        raise ValueError(f"bins is {bins!r}, not an int from 1 to {MOST_BINS:,}")
    for name, values in (("expected", expected), ("actual", actual)):
        if type(values) is not list or len(values) > MOST:
            raise ValueError(f"{name} must be a list of at most {MOST:,} values")
        for i, x in enumerate(values):
            if type(x) is not float or not (isnan(x) or abs(x) <= LIMIT):
                raise ValueError(f"{name}[{i}] is {x!r}, neither nan nor a float between -1e9 and 1e9")
    n = sum(not isnan(x) for x in expected)
    for i in range(1, bins):
        rounded = {int(i / bins * n), int(i * n / bins), int(i * (n / bins)), int(i * (1 / bins) * n)}
        if rounded != {i * n // bins}:
            raise ValueError(f"rounding could decide: {i} * {n} // {bins} and int({i} / {bins} * {n}) may differ")
