"""Text: palindromes in it."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, near, right, worse


def _random_letters(n: int, rng: random.Random) -> tuple[str]:
    return ("".join(rng.choices("abc", k=n)),)


def _one_letter(n: int, rng: random.Random) -> tuple[str]:
    """One other letter somewhere in the middle third."""
    at = rng.randrange(n // 3, 2 * n // 3)
    return ("a" * at + "b" + "a" * (n - at - 1),)


PALINDROME = Task(
    "longest-palindrome",
    "longest",
    "n",
    (Family("random", _random_letters, 250, 500_000), Family("one_letter", _one_letter, 250, 500_000)),
    (
        right(
            "mirrored",
            "what is known is mirrored, each letter compared once",
            """
            def longest(text):
                spaced = "|" + "|".join(text) + "|"
                reach, centre, end, best = [0] * len(spaced), 0, 0, 0
                for i in range(len(spaced)):
                    k = min(end - i, reach[2 * centre - i]) if i < end else 0
                    while i - k > 0 and i + k + 1 < len(spaced) and spaced[i - k - 1] == spaced[i + k + 1]:
                        k += 1
                    reach[i] = k
                    if i + k > end:
                        centre, end = i, i + k
                    if k > best:
                        best = k
                return best
            """,
        ),
        right(
            "odd_and_even",
            "odd and even ones by themselves",
            """
            def longest(text):
                best, n = 0, len(text)
                for even in (0, 1):
                    reach, left, right = [0] * n, 0, -1
                    for i in range(n):
                        k = 1 - even if i > right else min(reach[left + right - i + even], right - i + 1)
                        while i + k < n and i - k - even >= 0 and text[i + k] == text[i - k - even]:
                            k += 1
                        reach[i] = k
                        best = max(best, 2 * k - 1 + even)
                        if i + k - 1 > right:
                            left, right = i - k + 1 - even, i + k - 1
                return best
            """,
        ),
        right(
            "tree",
            "a tree of all palindromes, one new node a letter at most, as objects: dearer by a factor",
            """
            class Node:
                def __init__(self, length, link):
                    self.length, self.link, self.wider = length, link, {}
                def fits(self, text, i):
                    at = i - self.length - 1
                    return at >= 0 and text[at] == text[i]
            def longest(text):
                odd = Node(-1, None)
                odd.link = odd
                even = Node(0, odd)
                at, best = even, 0
                for i, c in enumerate(text):
                    while not at.fits(text, i):
                        at = at.link
                    if c not in at.wider:
                        link = at.link
                        while not link.fits(text, i):
                            link = link.link
                        if at is odd:
                            made = Node(1, even)
                        else:
                            made = Node(at.length + 2, link.wider[c])
                        at.wider[c] = made
                    at = at.wider[c]
                    best = max(best, at.length)
                return best
            """,
            Kind.SLOW,
        ),
        near(
            "rolling_bisect",
            "a bisection over rolling sums for each centre: a logarithm more",
            """
            def longest(text):
                n, base, modulus = len(text), 911382323, (1 << 61) - 1
                there, back, power = [0], [0], [1]
                for c in text:
                    there.append((there[-1] * base + ord(c)) % modulus)
                    power.append(power[-1] * base % modulus)
                for c in reversed(text):
                    back.append((back[-1] * base + ord(c)) % modulus)
                def same(a, b):
                    one = (there[b] - there[a] * power[b - a]) % modulus
                    return one == (back[n - a] - back[n - b] * power[b - a]) % modulus
                best = 0
                for centre in range(2 * n - 1):
                    left, right = centre // 2, (centre + 1) // 2
                    low, high = 0, min(left, n - 1 - right) + 1
                    while low < high:
                        middle = (low + high + 1) // 2
                        if same(left - middle + 1, right + middle):
                            low = middle
                        else:
                            high = middle - 1
                    best = max(best, 2 * low - (left == right))
                return best
            """,
        ),
        worse(
            "from_each_centre",
            "widened from each centre until it differs: soon in random text, late where one letter repeats",
            """
            def longest(text):
                best, n = 0, len(text)
                for centre in range(2 * n - 1):
                    left, right = centre // 2, (centre + 1) // 2
                    while left >= 0 and right < n and text[left] == text[right]:
                        left, right = left - 1, right + 1
                    best = max(best, right - left - 1)
                return best
            """,
            Kind.EARLY,
            blame="left, right = left - 1, right + 1",
        ),
        worse(
            "grow_by_ends",
            "for each end, is one or two longer than the best so far a palindrome: slices in C as long as the best",
            """
            def longest(text):
                best = 0
                for end in range(1, len(text) + 1):
                    for more in (2, 1):
                        start = end - best - more
                        if start >= 0:
                            piece = text[start:end]
                            if piece == piece[::-1]:
                                best += more
                                break
                return best
            """,
            Kind.FAMILY,
            blame="piece",
        ),
        worse(
            "set_of_ends",
            "all palindromes that end at the letter before are kept: few in random text, all where one letter repeats",
            """
            def longest(text):
                best, starts = 0, []
                for end, c in enumerate(text):
                    found = [end]
                    if end and text[end - 1] == c:
                        found.append(end - 1)
                    for start in starts:
                        if start and text[start - 1] == c:
                            found.append(start - 1)
                    starts = found
                    best = max(best, end - min(starts) + 1)
                return best
            """,
            Kind.FAMILY,
            blame="for start in starts",
        ),
    ),
)

TASKS = (PALINDROME,)
