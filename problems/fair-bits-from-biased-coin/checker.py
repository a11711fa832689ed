"""Any fair bits are right.

How often a right solution is refused. Fair, independent bits one after the other, also over several calls, make for each lag k
the exclusive or of bit i and bit i + k, and these are fair and independent bits, too. So every test below is an exact binomial
test at 1/2, and by Bonferroni one case refuses a right solution with a probability of at most FALSE_ALARM = 1e-9. A judgement has
under 100 checked runs (11 edges, 10 draws, and some 70 of growth, most of which repeat an answer): less than 1e-7.

A tape runs out for the plain way of the editorial with the probability that a binomial count of unequal pairs, of mean 1.3 n + 60,
stays below n: less than 1e-10 for every n. cases.py makes such a tape anew.

The count of throws never refuses a right solution. Let a run show h heads and t tails and then return n bits. Whatever the other
runs do, these bits come with a probability of at least p^h (1-p)^t; if they are fair, with one of 2^-n. So p^h (1-p)^t <= 2^-n
for every p, also for h / (h + t): the entropy of what was thrown is at least n bits. Throws are counted by the block, which
only adds to them.
"""

from math import log2

from landau_checks import Tests, binomial_test

FALSE_ALARM = 1e-9
LEAST_TESTED = 1000  # bits; fewer could be picked so that they look unfair
LAGS = (1, 2, 3, 4)
LEAST_CALLS = 100


def check(input, expected, answer, used):
    for number, ((_, n), bits) in enumerate(zip(input, answer, strict=True), 1):
        why = misshapen(bits, n)
        if why is not None:
            return f"call {number}: {why}"
    if len(input) == 1:
        why = out_of_nothing(*input[0], used["probes"])
        if why is not None:
            return why
    return unfair(answer)


def misshapen(bits, n):
    if type(bits) is not list:
        return f"expected a list, found {type(bits).__name__}"
    if len(bits) != n:
        return f"{len(bits)} bits, expected {n}"
    for at, bit in enumerate(bits):
        if type(bit) is not int or bit not in (0, 1):
            return f"element {at + 1} is {bit!r}, expected the int 0 or 1"
    return None


def out_of_nothing(coin, n, throws):
    held = entropy(coin.values[:throws])
    if held >= n * (1 - 1e-9):
        return None
    return f"{n} bits were made of at most {throws} throws, which hold {held:.0f} bits of chance: the rest is not the coin's"


def entropy(throws):
    """Bits in these throws of a coin of which nothing is known."""
    counts = sum(throws), len(throws) - sum(throws)
    return sum(-count * log2(count / len(throws)) for count in counts if count)


def unfair(lists):
    bits = [bit for bits in lists for bit in bits]
    if len(bits) < LEAST_TESTED:
        return None
    tests = Tests(FALSE_ALARM)
    ones = sum(bits)
    tests.add(f"{ones} of {len(bits)} bits are 1", binomial_test(ones, len(bits), 0.5))
    for lag in LAGS:
        changes = sum(a != b for a, b in zip(bits, bits[lag:]))
        pairs = len(bits) - lag
        what = f"{changes} of {pairs} bits differ from the one {lag} before"
        tests.add(what, binomial_test(changes, pairs, 0.5))
    for name, at in (("first", 0), ("last", -1)):
        ends = [bits[at] for bits in lists if bits]
        if len(ends) >= LEAST_CALLS:
            tests.add(
                f"{sum(ends)} of {len(ends)} calls have a {name} bit of 1", binomial_test(sum(ends), len(ends), 0.5)
            )
    return tests.why()
