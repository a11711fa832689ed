"""Inputs of find-element. A sorted sequence is piecewise linear, so ten million values need no memory; where its pieces
begin and how steep they are is drawn at random, so no formula leads to a position."""

from bisect import bisect_left

from landau_cases import ProbeSequence

INT64_MIN, INT64_MAX = -(2**63), 2**63 - 1
MOST_SORTED, MOST_UNSORTED = 10_000_000, 2_000


def samples():
    return [
        {
            "input": (ProbeSequence.of([-4, 0, 3, 7, 12, 30]), 12, True),
            "answer": 4,
            "note": "The values ascend, so each look at the middle rules out half of what is left.",
        },
        {
            "input": (ProbeSequence.of([9, 2, 7, 4]), 7, False),
            "answer": 2,
            "note": "No order is promised: nothing is ruled out by a look at one element except that element.",
        },
        {
            "input": (ProbeSequence.of([1, 5, 5, 5, 8]), 5, True),
            "answer": 1,
            "note": "5 occurs at 1, 2 and 3; each of them is a right answer.",
        },
        {
            "input": (ProbeSequence.of([2, 4, 6]), 5, True),
            "answer": -1,
            "note": "5 would lie between 4 and 6, but it does not occur.",
        },
    ]


def edges(rng):
    def case(label, values, target, is_sorted=True):
        return (label, (ProbeSequence.of(values), target, is_sorted))

    some = sorted(rng.sample(range(-1000, 1000), 50))
    mixed = rng.sample(some, len(some))
    while mixed == some:
        mixed = rng.sample(some, len(some))
    missing = next(x for x in range(some[20], 2000) if x not in some)
    return [
        case("empty", [], 5),
        case("empty, not sorted", [], 5, False),
        case("one element, it", [7], 7),
        case("one element, below it", [7], 6),
        case("one element, above it", [7], 8),
        case("two elements, first", [1, 4], 1),
        case("two elements, last", [1, 4], 4),
        case("two elements, between", [1, 4], 2),
        case("three elements, last", [1, 4, 9], 9),
        case("first of many", some, some[0]),
        case("last of many", some, some[-1]),
        case("below all", some, -5000),
        case("above all", some, 5000),
        case("in a gap", some, missing),
        case("all equal, found", [3] * 40, 3),
        case("all equal, below", [3] * 40, 2),
        case("all equal, above", [3] * 40, 4),
        case("zero among negatives", [-9, -7, -2, -1, 0], 0),
        case("ends of 64 bits, smallest", [INT64_MIN, -1, 0, INT64_MAX], INT64_MIN),
        case("ends of 64 bits, largest", [INT64_MIN, -1, 0, INT64_MAX], INT64_MAX),
        case("not sorted, first", mixed, mixed[0], False),
        case("not sorted, last", mixed, mixed[-1], False),
        case("not sorted, smallest value", mixed, some[0], False),
        case("not sorted, largest value", mixed, some[-1], False),
        case("not sorted, missing", mixed, missing, False),
        case("descending", some[::-1], some[5], False),
        case("rotated", some[30:] + some[:30], some[2], False),
        case("sorted, but not promised", some, some[33], False),
        case("not sorted, repeats", [5, 1, 5, 1, 3, 1, 5], 3, False),
    ]


def absent(n, rng):
    xs = _irregular(n, rng)
    return (xs, _missing(xs, rng), True)


def outlier(n, rng):
    xs = _irregular(n, rng)
    if n < 2:
        return (xs, _missing(xs, rng), True)
    pieces = [piece for piece in xs.segments if piece[0] < n - 1]
    xs = ProbeSequence(n, (*pieces, (n - 1, rng.randrange(2**61, 2**62), 0, 1)))
    return (xs, _missing(xs, rng, range(max(0, n - 1 - n // 10), n - 1)), True)


def long_runs(n, rng):
    """About half of all elements, in the middle, equal the target; five shorter runs on either side."""
    low, high = round(n * rng.uniform(0.2, 0.3)), round(n * rng.uniform(0.7, 0.8))
    others = [rng.randrange(n) for _ in range(10)]
    starts = sorted({0, low, min(high, n - 1), *(start for start in others if not low < start < high)})
    pieces, value, target = [], rng.randrange(-1000, 1000), 0
    for start in starts:
        if start == low:
            target = value
        pieces.append((start, value, 0, 1))
        value += rng.randint(1, 50)
    return (ProbeSequence(n, tuple(pieces)), target, True)


def present(n, rng):
    xs = _irregular(n, rng)
    where = rng.choice((0, n - 1, rng.randrange(n), rng.randrange(n), rng.randrange(n)))
    return (xs, xs[where], True)


def shuffled(n, rng):
    values = [rng.randrange(-n, n) for _ in range(n)]
    target = values[rng.randrange(n - n // 4, n) if n > 3 else n - 1] if rng.random() < 0.6 else n + 5
    return (ProbeSequence.of(values), target, False)


def validate(xs, target, is_sorted):
    if type(is_sorted) is not bool:
        raise ValueError("is_sorted must be True or False")
    if not isinstance(xs, ProbeSequence):
        raise ValueError("xs must be a list of integers")
    most = MOST_SORTED if is_sorted else MOST_UNSORTED
    if len(xs) > most:
        raise ValueError(f"xs has {len(xs)} elements, at most {most} are allowed")
    ends = _ends(xs)
    for number in [target, *(value for end in ends for value in end)]:
        if type(number) is not int or not INT64_MIN <= number <= INT64_MAX:
            raise ValueError(f"{number!r} is not an integer of 64 bits")
    if is_sorted:
        flat = [value for end in ends for value in end]
        if any(a > b for a, b in zip(flat, flat[1:])):
            raise ValueError("xs must not decrease where is_sorted is True")


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


def _missing(xs, rng, where=None):
    """A number that xs does not hold, next to an element late in xs (or at one of the indices `where`)."""
    n = len(xs)
    if n == 0:
        return 0
    while True:
        candidate = xs[rng.choice(where or range(n - 1 - n // 10, n))] + 1
        at = bisect_left(xs, candidate)
        if at == n or xs[at] != candidate:
            return candidate
