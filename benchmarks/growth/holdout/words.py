"""Text."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, near, right, worse

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _anagram(n: int, rng: random.Random) -> tuple[str, str]:
    text = "".join(rng.choices(LETTERS, k=n))
    cut = rng.randrange(n)
    return (text, text[cut:] + text[:cut])


def _different(n: int, rng: random.Random) -> tuple[str, str]:
    letters = rng.choices(LETTERS, k=n)
    for i in range(0, n, 3):
        letters[i] = "e"
    return ("".join(letters), "".join(letters).replace("e", "z"))


def _noise(n: int, rng: random.Random) -> tuple[str]:
    return ("".join(rng.choices("abcd", k=n)),)


def _one_letter(n: int, rng: random.Random) -> tuple[str]:
    return (rng.choice(LETTERS) * n,)


ANAGRAM = Task(
    "h-anagram",
    "anagram",
    "n",
    (
        Family("anagram", _anagram, 2000, 3_000_000),
        Family("different", _different, 2000, 3_000_000),
    ),
    (
        right(
            "dict",
            "counts up for one text and down for the other",
            """
            def anagram(a, b):
                if len(a) != len(b):
                    return False
                left = {}
                for c in a:
                    left[c] = left.get(c, 0) + 1
                for c in b:
                    if not left.get(c, 0):
                        return False
                    left[c] -= 1
                return True
            """,
        ),
        right(
            "counts",
            "at most 26 letters, each counted in C",
            """
            def anagram(a, b):
                return len(a) == len(b) and all(a.count(c) == b.count(c) for c in set(a))
            """,
            Kind.FAST,
        ),
        right(
            "table",
            "a list of 26 counts by the letters' numbers",
            """
            def anagram(a, b):
                if len(a) != len(b):
                    return False
                left = [0] * 26
                for c in a:
                    left[ord(c) - 97] += 1
                for c in b:
                    left[ord(c) - 97] -= 1
                return not any(left)
            """,
        ),
        right(
            "matches",
            "a regular expression's match object and an exception caught for each letter",
            """
            import re
            from collections import Counter
            class Missing(Exception):
                pass
            def take(left, c):
                left[c] -= 1
                if left[c] >= 0:
                    raise Missing(c)
            def anagram(a, b):
                left = Counter()
                for found in re.finditer("(?P<letter>[a-z])", a):
                    left[found.group("letter")] += 1
                for found in re.finditer("(?P<letter>[a-z])", b):
                    try:
                        take(left, found.group("letter"))
                    except Missing:
                        continue
                    return False
                return len(a) == len(b)
            """,
            Kind.SLOW,
        ),
        near(
            "sorted",
            "two sorts",
            """
            def anagram(a, b):
                return sorted(a) == sorted(b)
            """,
        ),
        worse(
            "replace",
            "a copy of what is left for every letter, in C",
            """
            def anagram(a, b):
                if len(a) != len(b):
                    return False
                for c in a:
                    if c not in b:
                        return False
                    b = b.replace(c, "", 1)
                return True
            """,
            Kind.HIDDEN,
            blame="b.replace",
        ),
        worse(
            "remove",
            "every removal moves what is left of a list, in C",
            """
            def anagram(a, b):
                if len(a) != len(b):
                    return False
                left = list(b)
                try:
                    for c in a:
                        left.remove(c)
                except ValueError:
                    return False
                return True
            """,
            Kind.HIDDEN,
            blame="left.remove(c)",
        ),
        worse(
            "count_each",
            "counts at every letter, not once for each of 26: n counts of n unless one differs soon",
            """
            def anagram(a, b):
                if len(a) != len(b):
                    return False
                for c in a:
                    if a.count(c) != b.count(c):
                        return False
                return True
            """,
            Kind.EARLY,
            blame="a.count(c)",
        ),
        worse(
            "pieces",
            "√n pieces, and each letter looks for the first that has it still",
            """
            from collections import Counter
            from math import isqrt
            def anagram(a, b):
                if len(a) != len(b):
                    return False
                size = isqrt(len(b)) + 1
                pieces = [Counter(b[i : i + size]) for i in range(0, len(b), size)]
                for c in a:
                    for piece in pieces:
                        if piece.get(c, 0):
                            piece[c] -= 1
                            break
                    else:
                        return False
                return True
            """,
            Kind.ROOT,
            blame="if piece.get(c, 0)",
        ),
        worse(
            "crossing_out",
            "looks for each letter from the start of the other text, past all that is crossed out",
            """
            def anagram(a, b):
                if len(a) != len(b):
                    return False
                free = [True] * len(b)
                for c in a:
                    for j in range(len(b)):
                        if free[j] and b[j] == c:
                            free[j] = False
                            break
                    else:
                        return False
                return True
            """,
            blame="if free[j] and b[j] == c",
        ),
    ),
)

PALINDROMES = Task(
    "h-palindromes",
    "palindromes",
    "n^2",
    (
        Family("noise", _noise, 12, 3000),
        Family("one", _one_letter, 12, 3000),
    ),
    (
        right(
            "table",
            "one cell a substring, two rows kept",
            """
            def palindromes(s):
                n = len(s)
                total = 0
                after = [False] * (n + 1)
                for i in range(n - 1, -1, -1):
                    row = [False] * (n + 1)
                    row[i] = True
                    total += 1
                    for j in range(i + 1, n):
                        if s[i] == s[j] and (j == i + 1 or after[j - 1]):
                            row[j] = True
                            total += 1
                    after = row
                return total
            """,
        ),
        right(
            "manacher",
            "linear: mirrored radii",
            """
            def palindromes(s):
                t = "|" + "|".join(s) + "|"
                radius = [0] * len(t)
                centre = right = 0
                for i in range(len(t)):
                    r = min(right - i, radius[2 * centre - i]) if i < right else 0
                    while i - r - 1 >= 0 and i + r + 1 < len(t) and t[i - r - 1] == t[i + r + 1]:
                        r += 1
                    radius[i] = r
                    if i + r > right:
                        centre, right = i, i + r
                return sum((r + 1) // 2 for r in radius)
            """,
            Kind.FAST,
        ),
        right(
            "centres",
            "2n centres, each widened at most n/2 times",
            """
            def palindromes(s):
                n = len(s)
                total = 0
                for centre in range(2 * n - 1):
                    i = centre // 2
                    j = i + centre % 2
                    while i >= 0 and j < n and s[i] == s[j]:
                        total += 1
                        i -= 1
                        j += 1
                return total
            """,
        ),
        right(
            "objects",
            "the table with a frozen object made for each of the substrings",
            """
            from collections import namedtuple
            Span = namedtuple("Span", "begin end mirrored")
            def span(s, i, j, inner):
                ends = {"begin": s[i], "end": s[j]}
                return Span(i, j, ends["begin"] == ends["end"] and (j - i < 2 or inner.mirrored))
            def palindromes(s):
                after = []
                total = 0
                for i in reversed(range(len(s))):
                    row = [None] * i
                    for j in range(i, len(s)):
                        made = span(s, i, j, after[j - 1] if j - i >= 2 else None)
                        row.append(made)
                        total += int(made.mirrored)
                    after = row
                return total
            """,
            Kind.SLOW,
        ),
        worse(
            "whole_table",
            "the same time, but all n rows are kept",
            """
            def palindromes(s):
                n = len(s)
                is_one = [[False] * n for _ in range(n)]
                total = 0
                for i in range(n - 1, -1, -1):
                    for j in range(i, n):
                        if s[i] == s[j] and (j - i < 2 or is_one[i + 1][j - 1]):
                            is_one[i][j] = True
                            total += 1
                return total
            """,
            Kind.MEMORY,
            blame="[[False] * n for _ in range(n)]",
        ),
        worse(
            "turn_each",
            "each of n² substrings is copied, turned round and compared, in C",
            """
            def palindromes(s):
                n = len(s)
                total = 0
                for i in range(n):
                    for j in range(i + 1, n + 1):
                        part = s[i:j]
                        if part == part[::-1]:
                            total += 1
                return total
            """,
            Kind.HIDDEN,
            blame="part[::-1]",
        ),
        worse(
            "from_both_ends",
            "most substrings fail at once; where all letters agree each is walked through",
            """
            def is_palindrome(s, i, j):
                while i < j:
                    if s[i] != s[j]:
                        return False
                    i += 1
                    j -= 1
                return True
            def palindromes(s):
                n = len(s)
                return sum(is_palindrome(s, i, j) for i in range(n) for j in range(i, n))
            """,
            Kind.EARLY,
            blame="while i < j",
        ),
        worse(
            "whole_walk",
            "each of n² substrings is walked through to its end",
            """
            def palindromes(s):
                n = len(s)
                total = 0
                for i in range(n):
                    for j in range(i, n):
                        bad = 0
                        for d in range((j - i + 1) // 2):
                            if s[i + d] != s[j - d]:
                                bad += 1
                        if not bad:
                            total += 1
                return total
            """,
            blame="if s[i + d] != s[j - d]",
        ),
    ),
    space="n",
)

TASKS = (
    ANAGRAM,
    PALINDROMES,
)
