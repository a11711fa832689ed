"""Any fair split is right.

How often a right solution is refused. Let `k` of `n` rows be tested, every choice equally likely and the seeds independent. Over
S seeds, the number of times that one row is tested is binomial with the chance k / n, and that two rows are tested together with
k (k - 1) / (n (n - 1)). So every test below is an exact binomial test, and by Bonferroni a case refuses a right solution with a
probability of at most FALSE_ALARM = 1e-9, however rows hang together. A judgement has two cases with enough seeds: 2e-9. (What a
generator such as random.Random gives for different seeds is taken for independent.)
"""

from collections import Counter

from landau_checks import Tests, binomial_test

FALSE_ALARM = 1e-9
LEAST_SEEDS = 1000  # fewer could be picked so that they look unfair


def check(input, expected, answer):
    for number, ((rows, _), parts) in enumerate(zip(input, answer, strict=True), 1):
        why = misdealt(rows, parts)
        if why is not None:
            return f"call {number}: {why}"
    return inconstant(input, answer) or unfair(input, answer)


def misdealt(rows, parts):
    if type(parts) is not tuple or len(parts) != 2 or any(type(part) is not list for part in parts):
        return "expected a tuple of two lists"
    train, test = parts
    wanted = (3 * len(rows) + 5) // 10
    if len(test) != wanted and len(train) == wanted:
        return f"{len(test)} of {len(rows)} rows are in the second list: that is the test list, and must have {wanted}"
    if len(test) != wanted:
        return f"{len(test)} of {len(rows)} rows are for testing, expected {wanted}"
    left, dealt = Counter(map(named, rows)), Counter(map(named, train + test))
    if left == dealt:
        return None
    for name in dealt:
        if dealt[name] > left[name]:
            return f"the row {name} is {times(dealt[name])} in both lists together, and {times(left[name])} in rows"
    lost = next(name for name in left if dealt[name] < left[name])
    return f"the row {lost} is {times(dealt[lost])} in both lists together, and {times(left[lost])} in rows"


def named(row):
    """Equal text for equal rows of text and ints, whatever the order of their keys."""
    return repr(row) if type(row) is not dict or len(row) < 2 else repr(dict(sorted(row.items())))


def times(count):
    return "not" if count == 0 else "once" if count == 1 else f"{count} times"


def inconstant(input, answer):
    seen = {}
    for number, ((rows, seed), parts) in enumerate(zip(input, answer), 1):
        if len(rows) <= 50:
            first, before = seen.setdefault((repr(rows), seed), (number, parts))
            if before != parts:
                return f"calls {first} and {number} have the same rows and the same seed, and different answers"
    return None


def unfair(input, answer):
    """By the positions of the test rows, over calls with as many rows, all different, and different seeds."""
    chosen = {}
    for (rows, seed), (_, test) in zip(input, answer):
        if 2 <= len(rows) <= 50:
            places = {named(row): place for place, row in enumerate(rows)}
            if len(places) == len(rows):
                chosen.setdefault(len(rows), {})[seed] = sorted(places[named(row)] for row in test)
    tests = Tests(FALSE_ALARM)
    for n, of_seed in chosen.items():
        if len(of_seed) >= LEAST_SEEDS:
            add_tests(tests, n, list(of_seed.values()))
    return tests.why()


def add_tests(tests, n, choices):
    k, seeds = len(choices[0]), len(choices)
    single = Counter(place for places in choices for place in places)
    for place in range(n):
        what = f"row {place + 1} of {n} is tested under {single[place]} of {seeds} seeds"
        tests.add(what, binomial_test(single[place], seeds, k / n))
    if k < 2:
        return
    both = Counter((a, b) for places in choices for at, a in enumerate(places) for b in places[at + 1 :])
    for a in range(n):
        for b in range(a + 1, n):
            what = f"rows {a + 1} and {b + 1} of {n} are tested together under {both[a, b]} of {seeds} seeds"
            tests.add(what, binomial_test(both[a, b], seeds, k * (k - 1) / (n * (n - 1))))
