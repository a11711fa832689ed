"""Inputs of short-in-long-sorted: (long, short). The long sequence is piecewise linear, so a hundred million values
need no memory; where its pieces begin and how steep they are is drawn at random: no formula leads to a position."""

from bisect import bisect_left

from landau_cases import ProbeSequence

INT64_MIN, INT64_MAX = -(2**63), 2**63 - 1
MOST_LONG, MOST_SHORT = 100_000_000, 16
WANTED = 4


def samples():
    return [
        {
            "input": (ProbeSequence.of([-5, -1, 0, 3, 4, 8, 9, 15, 22]), [-1, 4, 10, 22]),
            "answer": [1, 4, -1, 8],
            "note": "10 would lie between 9 and 15, but it does not occur. The search for 22 goes on regardless.",
        },
        {
            "input": (ProbeSequence.of([2, 5, 5, 5, 7, 7, 9]), [5, 7, 7, 8]),
            "answer": [1, 4, 4, -1],
            "note": "5 occurs at 1, 2 and 3, and 1 is the first. Both 7 of the short list get the same answer.",
        },
        {
            "input": (ProbeSequence.of([10, 20, 30]), [1, 10, 30, 40]),
            "answer": [-1, 0, 2, -1],
            "note": "1 lies before the first element, 40 behind the last one.",
        },
    ]


def edges(rng):
    some = sorted(rng.sample(range(-1000, 1000), 60))
    missing = [x for x in range(some[0], some[-1]) if x not in some]
    repeats = sorted(rng.choice(range(8)) for _ in range(50))
    cases = [
        ("both empty", [], []),
        ("long empty", [], [1, 2, 3, 4]),
        ("short empty", some, []),
        ("one in one, there", [7], [7]),
        ("one in one, below", [7], [6]),
        ("one in one, above", [7], [8]),
        ("four in one", [7], [6, 7, 7, 8]),
        ("two elements, both", [1, 4], [1, 4]),
        ("two elements, around them", [1, 4], [0, 2, 3, 5]),
        ("three elements, last", [1, 4, 9], [9]),
        ("only the first", some, [some[0]]),
        ("only the last", some, [some[-1]]),
        ("first and last", some, [some[0], some[-1]]),
        ("the first four", some, some[:4]),
        ("the last four", some, some[-4:]),
        ("four next to each other", some, some[29:33]),
        ("all below", some, [-5000, -4000, -3000, -2000]),
        ("all above", some, [2000, 3000, 4000, 5000]),
        ("on both sides", some, [-5000, -4000, 4000, 5000]),
        ("all in gaps", some, sorted(rng.sample(missing, 4))),
        ("a gap, then three that are there", some, sorted([missing[5], some[20], some[40], some[59]])),
        ("below, then there", some, [-5000, some[0], some[1], some[2]]),
        ("above after the last", some, [some[57], some[58], some[59], 5000]),
        ("equal in short", some, [some[11]] * 4),
        ("equal in short, missing", some, [missing[10]] * 4),
        ("equal in short, first", some, [some[0]] * 3),
        ("all equal, found", [3] * 40, [3, 3]),
        ("all equal, around", [3] * 40, [2, 3, 4]),
        ("runs of equal values", [1] * 13 + [4] * 17 + [6] * 11, [1, 4, 5, 6]),
        ("few values, all wanted", repeats, [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8]),
        ("a repeat across the middle", [1, 2, 2, 2, 2, 2, 3], [2]),
        ("short is longer", [2, 4], [1, 1, 2, 2, 3, 3, 4, 4, 5]),
        ("short is the same", some[:16], some[:16]),
        ("sixteen of many", some, sorted(rng.sample(some, 8) + rng.sample(missing, 8))),
        ("one only", some, [some[33]]),
        ("zero among negatives", [-9, -7, -2, -1, 0], [-7, 0]),
        ("zero at index zero", [0, 1, 2], [0, 1]),
        ("one less than a value", [10, 20, 30, 40], [9, 19, 29, 39]),
        ("one more than a value", [10, 20, 30, 40], [11, 21, 31, 41]),
        ("ends of 64 bits", [INT64_MIN, -1, 0, INT64_MAX], [INT64_MIN, -2, 0, INT64_MAX]),
        ("ends of 64 bits, missing", [-1, 0, 5], [INT64_MIN, INT64_MAX]),
        ("neighbours beyond what floats tell apart", [2**53, 2**53 + 2], [2**53, 2**53 + 1, 2**53 + 2]),
    ]
    return [(label, (ProbeSequence.of(long), short)) for label, long, short in cases]


def far_apart(n, rng):
    """Wanted: near the start, in the middle twice, near the end; the first two, or others, may be missing."""
    long = _irregular(n, rng)
    if n < 8:
        return (long, [_missing(long, rng, range(n))] * WANTED)
    places = [
        rng.randrange(n // 8 + 1),
        rng.randrange(n // 3, n // 2),
        rng.randrange(n // 2, 2 * n // 3),
        rng.randrange(n - n // 8 - 1, n),
    ]
    gone = rng.sample(range(WANTED), 2)
    return (long, sorted(_missing(long, rng, [at]) if i in gone else long[at] for i, at in enumerate(places)))


def crowded_end(n, rng):
    long = _irregular(n, rng)
    if n < 16:
        return (long, [_missing(long, rng, range(n))] * WANTED)
    pieces = [piece for piece in long.segments if piece[0] < n - 1]
    long = ProbeSequence(n, (*pieces, (n - 1, rng.randrange(2**61, 2**62), 0, 1)))
    late = range(n - 1 - n // 10, n - 1)
    wanted = [long[rng.choice(late)], long[rng.choice(late)], _missing(long, rng, late), _missing(long, rng, late)]
    return (long, sorted(wanted))


def long_runs(n, rng):
    """Ten runs of equal values, each of a twentieth of all or more; three of them are wanted, and a value in a gap."""
    starts = sorted({round(n * (i + rng.uniform(-0.2, 0.2)) / 10) for i in range(1, 10)} | {0})
    pieces, values, value = [], [], rng.randrange(-1000, 1000)
    for start in starts:
        if start < n:
            pieces.append((start, value, 0, 1))
            values.append(value)
        value += rng.randint(2, 50)
    gap = rng.choice(values) + 1
    return (ProbeSequence(n, tuple(pieces)), sorted([*(rng.choice(values) for _ in range(WANTED - 1)), gap]))


def outside(n, rng):
    long = _irregular(n, rng)
    first, last = (long[0], long[n - 1]) if n else (0, 0)
    below = rng.choice([0, 0, 2, WANTED, WANTED])
    wanted = [first - rng.randint(1, 10**6) for _ in range(below)]
    wanted += [last + rng.randint(1, 10**6) for _ in range(WANTED - below)]
    return (long, sorted(wanted))


def validate(long, short):
    if not isinstance(long, ProbeSequence):
        raise ValueError("long must be a list of integers")
    if len(long) > MOST_LONG:
        raise ValueError(f"long has {len(long):,} elements, at most {MOST_LONG:,} are allowed")
    if type(short) is not list or len(short) > MOST_SHORT:
        raise ValueError(f"short must be a list of at most {MOST_SHORT} integers")
    flat = [value for ends in _ends(long) for value in ends]
    for number in [*short, *flat]:
        if type(number) is not int or not INT64_MIN <= number <= INT64_MAX:
            raise ValueError(f"{number!r} is not an integer of 64 bits")
    for name, values in (("long", flat), ("short", short)):
        if any(a > b for a, b in zip(values, values[1:])):
            raise ValueError(f"{name} must not decrease")


def _ends(xs):
    """First and last value of every linear piece of xs: between them nothing can be out of order or of range."""
    starts = [segment[0] for segment in xs.segments if segment[0] < len(xs)]
    return [(xs[start], xs[stop - 1]) for start, stop in zip(starts, [*starts[1:], len(xs)])]


def _irregular(n, rng):
    """A sequence of n values that never decrease, of at most 200 linear pieces; each value repeats up to 4 times."""
    starts = [0, *sorted(rng.sample(range(1, n), min(n - 1, 199)))] if n else []
    pieces, value = [], rng.randrange(-(10**9), 10**9)
    for start, stop in zip(starts, [*starts[1:], n]):
        step, every = rng.randint(2, 1000), rng.choice((1, 1, 2, 3, 4))
        pieces.append((start, value, step, every))
        value += step * ((stop - 1 - start) // every) + rng.randint(2, 10_000)
    return ProbeSequence(n, tuple(pieces))


def _missing(xs, rng, where):
    """A number that xs does not hold, one more than an element at one of the indices `where`: values are two apart."""
    if len(xs) == 0:
        return 0
    candidate = xs[rng.choice(where)] + 1
    at = bisect_left(xs, candidate)
    assert at == len(xs) or xs[at] != candidate
    return candidate
