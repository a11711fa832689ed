"""How likely what was seen is, for checkers of random answers: ``from landau_checks import Tests, binomial_test``.

The judge lays this file beside checker.py and never imports it; standard library only. All functions are pure and
deterministic. Probabilities are of at most 1, and right to about 10 digits unless their docstring says otherwise.

A checker that refuses a right answer once in a thousand is broken. So every test has a *p-value*: the chance that a
right solution looks at least so bad. `Tests` refuses only below a chance that the setter names, divided by the number
of tests (Bonferroni), so that the chance of refusing a right solution is at most that, however the tests hang
together. This holds where each p-value is exact or an upper bound: `binomial_test` and `ks_bound` are, for every sample
size; `normal_test` and `chi_square_tail` only where the statistic really has that distribution, which sums and counts
of small samples have not. Prefer counts with an exact binomial distribution.
"""

from __future__ import annotations

from collections.abc import Callable
from math import erfc, exp, fsum, lgamma, log, log1p, pi, sqrt

NEGLIGIBLE = 1e-20  # a term of a sum, beside what was summed


def normal_test(z: float) -> float:
    """P(|Z| >= |z|) for a standard normal Z: erfc(|z| / sqrt 2), DLMF 7.2.2 with 7.17."""
    return erfc(abs(z) / sqrt(2))


def chi_square_tail(statistic: float, degrees: int) -> float:
    """P(X >= statistic) for a chi-square X with a whole number of degrees of freedom, by the finite sums of
    Abramowitz and Stegun 26.4.4 and 26.4.5. O(degrees). Raises ValueError for less than one degree, or a negative."""
    if degrees < 1 or statistic < 0:
        raise ValueError("chi_square_tail wants a statistic >= 0 and degrees >= 1")
    half = statistic / 2
    if half == 0:
        return 1.0
    if degrees % 2 == 0:
        terms = [exp(j * log(half) - half - lgamma(j + 1)) for j in range(degrees // 2)]
    else:
        terms = [exp((j - 0.5) * log(half) - half - lgamma(j + 0.5)) for j in range(1, degrees // 2 + 1)]
        terms.append(erfc(sqrt(half)))
    return min(1.0, fsum(terms))


def binomial_tail(count: int, trials: int, chance: float) -> float:
    """P(X >= count) for X successes in `trials` of `chance` each: the sum of its terms (coefficients: DLMF 26.3)
    from `count` upwards until they no longer matter. Exact, for every size. Raises ValueError for no such binomial."""
    if trials < 0 or not 0 <= chance <= 1:
        raise ValueError("binomial_tail wants trials >= 0 and a chance from 0 to 1")
    if count <= 0:
        return 1.0
    if count > trials or chance == 0:
        return 0.0
    if chance == 1:
        return 1.0
    if count <= trials * chance:  # the long side: what is left of the short one
        return 1.0 - _falling(trials - count + 1, trials, 1 - chance)
    return _falling(count, trials, chance)


def _falling(count: int, trials: int, chance: float) -> float:
    """The tail from a count above the mean, whose terms fall."""
    if count > trials:
        return 0.0
    term = exp(_log_term(count, trials, chance))
    odds, terms, total = chance / (1 - chance), [], 0.0
    for k in range(count, trials + 1):
        terms.append(term)
        total += term
        term *= (trials - k) / (k + 1) * odds
        if term <= NEGLIGIBLE * total:
            break
    return min(1.0, fsum(terms))


def _log_term(k: int, n: int, chance: float) -> float:
    """log P(X = k) by Loader's saddle point expansion (Fast and accurate computation of binomial probabilities, 2000):
    logarithms of factorials would lose digits where n is large."""
    if k == 0:
        return n * log1p(-chance)
    if k == n:
        return n * log(chance)
    near = _stirling_rest(n) - _stirling_rest(k) - _stirling_rest(n - k)
    far = _deviance(k, n * chance) + _deviance(n - k, n * (1 - chance))
    return near - far - 0.5 * (log(2 * pi) + log(k) + log1p(-k / n))


def _stirling_rest(n: int) -> float:
    """log n! less Stirling's formula, DLMF 5.11.1."""
    if n < 16:
        return lgamma(n + 1) - (n + 0.5) * log(n) + n - 0.5 * log(2 * pi)
    square = 1 / (n * n)
    return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - square / 1188) * square) * square) * square) / n


def _deviance(x: float, mean: float) -> float:
    """x log(x / mean) + mean - x, without cancellation where x is near the mean."""
    if abs(x - mean) >= 0.1 * (x + mean):
        return x * log(x / mean) + mean - x
    v = (x - mean) / (x + mean)
    total, power, j = (x - mean) * v, 2 * x * v, 1
    while True:
        power *= v * v
        following = total + power / (2 * j + 1)
        if following == total:
            return total
        total, j = following, j + 1


def binomial_test(count: int, trials: int, chance: float) -> float:
    """The chance of a count at least so far out on its side, twice (as Clopper and Pearson do, 1934): exact or above
    what is exact, for every size."""
    above = binomial_tail(count, trials, chance)
    below = binomial_tail(trials - count, trials, 1 - chance)
    return min(1.0, 2 * min(above, below))


def ks_distance(values: list[float], distribution: Callable[[float], float]) -> float:
    """The largest distance between the values' distribution and `distribution(x) = P(X <= x)`, which is continuous.
    Kolmogorov's statistic; O(n log n). Raises ValueError without values."""
    if not values:
        raise ValueError("ks_distance wants a value")
    n = len(values)
    found = [distribution(x) for x in sorted(values)]
    return max(max((i + 1) / n - f, f - i / n) for i, f in enumerate(found))


def ks_bound(distance: float, n: int) -> float:
    """At least P(D >= distance) for Kolmogorov's D of n independent values: 2 exp(-2 n distance^2), the inequality of
    Dvoretzky, Kiefer and Wolfowitz with Massart's constant (1990). It holds for every n, and is sharp in the tail."""
    return min(1.0, 2 * exp(-2 * n * distance * distance))


class Tests:
    """A verdict on many tests that refuses a right solution with a chance of at most `false_alarm`.

    tests = Tests(1e-8)
    tests.add("the share of ones", binomial_test(sum(bits), len(bits), 0.5))
    return tests.why()
    """

    def __init__(self, false_alarm: float) -> None:
        if not 0 < false_alarm < 1:
            raise ValueError("false_alarm is a chance between 0 and 1")
        self.false_alarm = false_alarm
        self.added: list[tuple[float, str]] = []

    def add(self, what: str, p_value: float) -> None:
        """`what` was looked at, with this chance of looking at least so bad in a right solution."""
        if not 0 <= p_value <= 1:
            raise ValueError(f"{what}: {p_value!r} is no chance")
        self.added.append((p_value, what))

    @property
    def threshold(self) -> float:
        """Below this a test refuses: the false alarm divided by the number of tests."""
        return self.false_alarm / max(1, len(self.added))

    def why(self) -> str | None:
        """None, or which test looks worst and how unlikely that is."""
        if not self.added:
            return None
        p_value, what = min(self.added)
        if p_value > self.threshold:
            return None
        chance = f"once in {1 / p_value:.0e} runs" if p_value > 1e-300 else "practically never"
        return f"{what}: a right solution looks like this {chance}"
