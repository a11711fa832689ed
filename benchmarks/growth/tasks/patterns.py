"""Text: where a pattern stands in it."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, right, worse


def _random_text(n: int, rng: random.Random) -> tuple[str, str]:
    return "".join(rng.choices("ab", k=n)), "".join(rng.choices("ab", k=max(30, n // 4))) + "c"


def _repeated(n: int, rng: random.Random) -> tuple[str, str]:
    """The pattern nearly fits everywhere."""
    return "a" * n, "a" * (n // 4 + rng.randrange(3)) + "b"


PATTERN = Task(
    "find-pattern",
    "place",
    "n",
    (Family("random", _random_text, 500, 2_000_000), Family("repeated", _repeated, 500, 2_000_000)),
    (
        right(
            "failure_table",
            "each letter once, falling back along the table",
            """
            def place(text, pattern):
                table, k = [0], 0
                for c in pattern[1:]:
                    while k and pattern[k] != c:
                        k = table[k - 1]
                    if pattern[k] == c:
                        k += 1
                    table.append(k)
                k = 0
                for i, c in enumerate(text):
                    while k and pattern[k] != c:
                        k = table[k - 1]
                    if pattern[k] == c:
                        k += 1
                    if k == len(pattern):
                        return i - k + 1
                return -1
            """,
        ),
        right(
            "z_values",
            "the lengths that agree with the beginning, each letter compared once",
            """
            def place(text, pattern):
                whole, m = pattern + "|" + text, len(pattern)
                z, left, right = [0] * len(whole), 0, 0
                for i in range(1, len(whole)):
                    k = min(right - i, z[i - left]) if i < right else 0
                    while i + k < len(whole) and whole[k] == whole[i + k]:
                        k += 1
                    if i + k > right:
                        left, right = i, i + k
                    z[i] = k
                    if k == m:
                        return i - m - 1
                return -1
            """,
        ),
        right(
            "two_sums",
            "rolling sums by two moduli, compared in full where both agree: dearer by a factor",
            """
            class Rolling:
                def __init__(self, base, modulus, length):
                    self.base, self.modulus, self.value = base, modulus, 0
                    self.top = pow(base, length, modulus)
                def add(self, c):
                    self.value = (self.value * self.base + ord(c)) % self.modulus
                def drop(self, c):
                    self.value = (self.value - self.top * ord(c)) % self.modulus
            def place(text, pattern):
                m = len(pattern)
                kinds = ((911, (1 << 61) - 1), (3571, (1 << 31) - 1))
                wanted = [Rolling(base, modulus, m) for base, modulus in kinds]
                seen = [Rolling(base, modulus, m) for base, modulus in kinds]
                for c in pattern:
                    for one in wanted:
                        one.add(c)
                for i, c in enumerate(text):
                    for one in seen:
                        one.add(c)
                        if i >= m:
                            one.drop(text[i - m])
                    same = all(a.value == b.value for a, b in zip(wanted, seen))
                    if same and i >= m - 1 and text[i - m + 1 : i + 1] == pattern:
                        return i - m + 1
                return -1
            """,
            Kind.SLOW,
        ),
        worse(
            "letter_by_letter",
            "stops at the first letter that differs: soon in random text, late where it repeats",
            """
            def place(text, pattern):
                m = len(pattern)
                for i in range(len(text) - m + 1):
                    k = 0
                    while k < m and text[i + k] == pattern[k]:
                        k += 1
                    if k == m:
                        return i
                return -1
            """,
            Kind.EARLY,
            blame="while k < m",
        ),
        worse(
            "slices",
            "a slice as long as the pattern for each place, in C",
            """
            def place(text, pattern):
                m = len(pattern)
                for i in range(len(text) - m + 1):
                    if text[i : i + m] == pattern:
                        return i
                return -1
            """,
            Kind.HIDDEN,
            blame="text[i : i + m]",
        ),
        worse(
            "starts_with",
            "startswith compares in C up to the first letter that differs after looking at the last one",
            """
            def place(text, pattern):
                head = pattern[:-1]
                for i in range(len(text) - len(pattern) + 1):
                    if text.startswith(head, i) and text[i + len(head)] == pattern[-1]:
                        return i
                return -1
            """,
            Kind.FAMILY,
            blame="text.startswith(head, i)",
        ),
        worse(
            "letter_sum",
            "compares in full wherever the sum of the letters agrees: everywhere for a pattern of one letter",
            """
            def place(text, pattern):
                head, m = pattern[:-1], len(pattern) - 1
                wanted, total = sum(map(ord, head)), sum(map(ord, text[:m]))
                for i in range(len(text) - m):
                    if total == wanted:
                        k = 0
                        while k < m and text[i + k] == head[k]:
                            k += 1
                        if k == m and text[i + m] == pattern[-1]:
                            return i
                    total += ord(text[i + m]) - ord(text[i])
                return -1
            """,
            Kind.COLLISION,
            blame="while k < m",
        ),
    ),
)


TASKS = (PATTERN,)
