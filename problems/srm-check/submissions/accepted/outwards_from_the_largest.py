# Objects for the groups, a gamma function of its own, and every term from its neighbour, outwards from the largest: several times slower: accepted.
import math

STEPS = [
    676.5203681218851,
    -1259.1392167224028,
    771.32342877765313,
    -176.61502916214059,
    12.507343278686905,
    -0.13857109526572012,
    9.9843695780195716e-6,
    1.5056327351493116e-7,
]


def log_gamma(x):
    """By Lanczos, for x of one half and more."""
    x -= 1
    total = 0.99999999999980993
    for i, step in enumerate(STEPS, 1):
        total += step / (x + i)
    t = x + 7.5
    return 0.5 * math.log(2 * math.pi) + (x + 0.5) * math.log(t) - t + math.log(total)


class Group:
    def __init__(self, count, share, users):
        self.count = count
        self.expected = share * users

    def deviation(self):
        difference = self.count - self.expected
        return difference * difference / self.expected


class Plan:
    def __init__(self, ratios):
        whole = math.fsum(ratios)
        self.shares = [ratio / whole for ratio in ratios]

    def groups(self, counts):
        users = 0
        for count in counts:
            users += count
        return [Group(count, share, users) for count, share in zip(counts, self.shares)]


def upper_tail(chi2, d):
    h = chi2 / 2
    odd = d % 2 / 2
    p = math.erfc(math.sqrt(h)) if d % 2 else 0.0
    number = d // 2
    if number == 0:
        return p
    peak = min(max(int(h - odd), 0), number - 1)
    largest = math.exp((peak + odd) * math.log(h) - h - log_gamma(peak + odd + 1))
    terms = [largest]
    term = largest
    for i in range(peak, 0, -1):
        term = term * (i + odd) / h
        terms.append(term)
    term = largest
    for i in range(peak + 1, number):
        term = term * h / (i + odd)
        terms.append(term)
    return p + math.fsum(terms)


def srm(counts, ratios):
    if len(counts) < 2 or not any(counts):
        return (0.0, 1.0, False)
    chi2 = 0.0
    for group in Plan(ratios).groups(counts):
        chi2 += group.deviation()
    p = upper_tail(chi2, len(counts) - 1) if chi2 > 0 else 1.0
    return (chi2, p, p < 0.001)
