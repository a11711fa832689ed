"""Cases for running-median. An input is a script: the constructor, then add(x) and median()."""

import math

MAKE = ("RunningMedian", ())
MEDIAN = ("median", ())
NAN = float("nan")


def add(x):
    return ("add", (float(x),))


def asked_each_time(xs):
    script = [MAKE]
    for x in xs:
        script += (add(x), MEDIAN)
    return script


def samples():
    return [
        {
            "input": [MAKE, add(5), MEDIAN, add(2), MEDIAN, add(10), MEDIAN],
            "answer": [None, None, 5.0, None, 3.5, None, 5.0],
            "note": "One number: itself. Two: (2 + 5) / 2 = 3.5. Three, in order 2, 5, 10: the middle one, 5.",
        },
        {
            "input": [MAKE, MEDIAN, add(-1.5), add(-1.5), MEDIAN, MEDIAN],
            "answer": [None, NAN, None, None, -1.5, -1.5],
            "note": "Nothing has come in yet: NaN. Equal numbers count each time, and asking twice changes nothing.",
        },
    ]


def edges(rng):
    shuffled = [float(x) for x in range(101)]
    rng.shuffle(shuffled)
    sawtooth = [float((i * 37) % 50) for i in range(200)]
    few = [float(rng.randrange(3)) for _ in range(150)]
    pairs = [x for i in range(60) for x in (1000.0 - i, -1000.0 + i)]
    return [
        ("never anything but the constructor", [MAKE]),
        ("median of nothing, twice", [MAKE, MEDIAN, MEDIAN]),
        ("no question", [MAKE, add(1), add(2)]),
        ("one number", asked_each_time([7.25])),
        ("two numbers, ascending", asked_each_time([1.0, 2.0])),
        ("two numbers, descending", asked_each_time([2.0, 1.0])),
        ("halves between odd numbers", asked_each_time([3.0, 4.0, 6.0, 9.0])),
        ("negative halves", asked_each_time([-3.0, -4.0, -6.0, -9.0])),
        ("zeros of both signs", asked_each_time([0.0, -0.0, 0.0, -0.0])),
        ("all equal", asked_each_time([0.1] * 40)),
        ("three values, many times", asked_each_time(few)),
        ("ascending", asked_each_time([float(x) for x in range(100)])),
        ("descending", asked_each_time([float(-x) for x in range(100)])),
        ("sawtooth", asked_each_time(sawtooth)),
        ("shuffled", asked_each_time(shuffled)),
        ("from both ends inwards", asked_each_time(pairs)),
        ("all on one side of a late middle", asked_each_time([0.0] * 20 + [5.0] * 21 + [-5.0] * 22)),
        ("largest values", asked_each_time([1e12, -1e12, 1e12, 1e12, -1e12, 0.5, 0.25])),
        ("many in, one question", [MAKE, *map(add, shuffled), MEDIAN]),
        ("questions in a row", [MAKE, add(4), *[MEDIAN] * 5, add(8), *[MEDIAN] * 5]),
    ]


def descending(n, rng):
    """n operations; the values fall without a pause."""
    script = [MAKE]
    x = rng.uniform(-1e6, 1e6)
    while len(script) < n + 1:
        if len(script) % 11 == 0:
            script.append(MEDIAN)
        else:
            x -= rng.random() + 0.125
            script.append(("add", (x,)))
    return script


def interleaved(n, rng):
    """n operations: a value out of a wide range, the median, a value, the median ..."""
    script = [MAKE]
    for _ in range(n // 2):
        script += (("add", (rng.uniform(-1e6, 1e6),)), MEDIAN)
    return script


def validate(script):
    if not script or script[0] != MAKE:
        raise ValueError("the script must begin with RunningMedian()")
    if len(script) > 400_001:
        raise ValueError("more than 400 000 operations")
    for i, (method, args) in enumerate(script[1:], 1):
        if method == "median" and args == ():
            continue
        if method != "add" or len(args) != 1:
            raise ValueError(f"operation {i}: {method}{args!r} is neither add(x) nor median()")
        (x,) = args
        if type(x) is not float or not math.isfinite(x) or abs(x) > 1e12:
            raise ValueError(f"operation {i}: {x!r} is not a finite float between -1e12 and 1e12")
