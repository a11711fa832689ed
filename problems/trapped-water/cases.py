"""Cases for trapped-water. An input is (heights,)."""


def samples():
    return [
        {
            "input": ([3, 0, 1, 0, 2],),
            "answer": 5,
            "note": "The outer bars hold water up to height 2: 2 + 1 + 2 units. The rest runs off to the right.",
        },
        {
            "input": ([1, 4, 2, 2, 5, 0],),
            "answer": 4,
            "note": "Between 4 and 5 the water stands at 4, on two bars of height 2. Over the last bar it runs off.",
        },
        {
            "input": ([5, 3, 1],),
            "answer": 0,
            "note": "Downhill all the way: nothing is held.",
        },
    ]


def edges(rng):
    plots = [
        ("no bars", []),
        ("one bar", [7]),
        ("two bars", [5, 9]),
        ("two bars on the floor", [0, 0]),
        ("smallest pool", [1, 0, 1]),
        ("three equal bars", [4, 4, 4]),
        ("bump, no pool", [1, 3, 1]),
        ("floor only", [0] * 40),
        ("plateau", [6] * 40),
        ("up", list(range(40))),
        ("down", list(range(40, 0, -1))),
        ("stairs up and down", [x // 5 for x in range(40)] + [x // 5 for x in range(40, 0, -1)]),
        ("V", [*range(30, 0, -1), 0, *range(1, 31)]),
        ("V, the left rim higher", [*range(50, 0, -1), 0, *range(1, 31)]),
        ("V, the right rim higher", [*range(30, 0, -1), 0, *range(1, 51)]),
        ("floor at both ends", [0, 0, 3, 0, 2, 0, 0]),
        ("a pool inside a pool", [9, 1, 4, 2, 4, 1, 9]),
        ("a hill that stays dry inside a lake", [5, 1, 7, 1, 5]),
        ("two lakes, the hill between highest", [4, 0, 8, 0, 6]),
        ("rims equal, teeth between", [10, 0] * 30 + [10]),
        ("teeth that grow", [x for i in range(30) for x in (i, 0)]),
        ("teeth that shrink", [x for i in range(30, 0, -1) for x in (i, 0)]),
        ("highest bars at the rims", [2_000_000, *[0] * 60, 2_000_000]),
        ("more than 32 bits", [2_000_000, *[0] * 3000, 1_999_999]),
    ]
    for number in range(6):
        bars = [rng.randrange(6) for _ in range(rng.randrange(3, 30))]
        plots.append((f"small heights, random {number + 1}", bars))
    return [(label, (bars,)) for label, bars in plots]


def valley(n, rng):
    """Down to the floor and up again, the rims not quite equal."""
    half = n // 2
    rise = rng.randrange(1, 4)
    return ([*range(half, 0, -1), *range(rise, rise + n - half)],)


def skyline(n, rng):
    """A rough slope up, a lake over random towers and stairs, a rough slope down from which all runs off."""
    slope, top = n // 4, n
    up = [top - slope + i - 3 * (i % 2) for i in range(slope)]
    lake = [top]
    width = n - 2 * slope
    while len(lake) < width - 1:
        length = min(width - 1 - len(lake), rng.randrange(1, width // 8 + 2))
        if rng.random() < 0.5:
            high = rng.randrange(top)
            lake += range(high, max(-1, high - length), -1)
        else:
            lake += rng.choices(range(top), k=length)
    lake.append(top - rng.randrange(3))
    down = [top - i - 3 * (i % 2) for i in range(3, slope + 3)]
    return ([max(0, height) for height in (up + lake[:width] + down)[:n]],)


def validate(heights):
    if len(heights) > 2_000_000:
        raise ValueError("more than 2 000 000 bars")
    for i, height in enumerate(heights):
        if type(height) is not int or not 0 <= height <= 2_000_000:
            raise ValueError(f"heights[{i}] = {height!r} is not an int between 0 and 2 000 000")
