"""Text and numbers: hidden copies, and memory."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Task, near, right, worse


def _alphabet(n: int, rng: random.Random) -> tuple[str]:
    """All characters different, so that no window is cut short."""
    return ("".join(chr(0x4E00 + i if i < 20_000 else 0x20000 + i) for i in rng.sample(range(n), n)),)


def _words(n: int, rng: random.Random) -> tuple[list[str]]:
    return (["".join(rng.choices("abcdefgh", k=6)) for _ in range(n)],)


def _pairs(n: int, rng: random.Random) -> tuple[list[int], int]:
    """No two add up to the target: odd target, even numbers."""
    return [2 * x for x in rng.sample(range(10 * n), n)], 2 * rng.randrange(10 * n) + 1


def _floats(n: int, rng: random.Random) -> tuple[list[float]]:
    return ([rng.random() for _ in range(n)],)


UNIQUE = Task(
    "longest-unique",
    "longest",
    "n",
    (Family("all_different", _alphabet, 500, 400_000),),
    (
        right(
            "last_seen",
            "one step a character",
            """
            def longest(s):
                last, start, best = {}, 0, 0
                for i, c in enumerate(s):
                    if last.get(c, -1) >= start:
                        start = last[c] + 1
                    last[c] = i
                    best = max(best, i - start + 1)
                return best
            """,
        ),
        right(
            "two_pointers",
            "each end moves n times at most",
            """
            def longest(s):
                inside, left, best = set(), 0, 0
                for right in range(len(s)):
                    while s[right] in inside:
                        inside.remove(s[left])
                        left += 1
                    inside.add(s[right])
                    best = max(best, right - left + 1)
                return best
            """,
        ),
        worse(
            "restart",
            "a new set from every start",
            """
            def longest(s):
                best = 0
                for i in range(len(s)):
                    seen = set()
                    for j in range(i, len(s)):
                        if s[j] in seen:
                            break
                        seen.add(s[j])
                    best = max(best, len(seen))
                return best
            """,
        ),
        worse(
            "in_slice",
            "the window is a slice, searched in C",
            """
            def longest(s):
                start, best = 0, 0
                for i, c in enumerate(s):
                    at = s[start:i].find(c)
                    if at >= 0:
                        start += at + 1
                    best = max(best, i - start + 1)
                return best
            """,
        ),
    ),
)

COUNT = Task(
    "count-words",
    "most",
    "n",
    (Family("random", _words, 250, 400_000),),
    (
        right(
            "dict",
            "one lookup a word",
            """
            def most(words):
                counts = {}
                for w in words:
                    counts[w] = counts.get(w, 0) + 1
                return min(counts, key=lambda w: (-counts[w], w))
            """,
        ),
        right(
            "counter",
            "the same in C",
            """
            from collections import Counter
            def most(words):
                counts = Counter(words)
                top = max(counts.values())
                return min(w for w in counts if counts[w] == top)
            """,
        ),
        right(
            "trie",
            "six steps a word",
            """
            def most(words):
                root = {}
                for w in words:
                    node = root
                    for c in w:
                        node = node.setdefault(c, {})
                    node["#"] = node.get("#", 0) + 1
                best = (0, "")
                stack = [("", root)]
                while stack:
                    prefix, node = stack.pop()
                    for c, below in node.items():
                        if c == "#":
                            best = min(best, (-below, prefix))
                        else:
                            stack.append((prefix + c, below))
                return best[1]
            """,
        ),
        near(
            "sorted",
            "sorting first",
            """
            from itertools import groupby
            def most(words):
                return min(((-len(list(g)), w) for w, g in groupby(sorted(words))))[1]
            """,
        ),
        worse(
            "list_count",
            "a list of all distinct words is searched for each",
            """
            def most(words):
                names, counts = [], []
                for w in words:
                    if w in names:
                        counts[names.index(w)] += 1
                    else:
                        names.append(w)
                        counts.append(1)
                top = max(counts)
                return min(n for n, c in zip(names, counts) if c == top)
            """,
        ),
        worse(
            "count_each",
            "the whole list is counted for every distinct word",
            """
            def most(words):
                best = (0, "")
                for w in set(words):
                    best = min(best, (-words.count(w), w))
                return best[1]
            """,
        ),
    ),
)

TWO_SUM = Task(
    "two-sum",
    "has_pair",
    "n",
    (Family("none", _pairs, 250, 400_000),),
    (
        right(
            "set",
            "one lookup an element",
            """
            def has_pair(xs, target):
                seen = set()
                for x in xs:
                    if target - x in seen:
                        return True
                    seen.add(x)
                return False
            """,
        ),
        right(
            "dict_of_objects",
            "the same through a class of its own",
            """
            class Seen:
                def __init__(self):
                    self.held = {}
                def __contains__(self, x):
                    return self.held.get(str(x), None) is not None
                def add(self, x):
                    self.held[str(x)] = [x]
            def has_pair(xs, target):
                seen = Seen()
                for x in xs:
                    if (target - x) in seen:
                        return True
                    seen.add(x)
                return False
            """,
        ),
        near(
            "two_pointers",
            "sorting first",
            """
            def has_pair(xs, target):
                xs = sorted(xs)
                i, j = 0, len(xs) - 1
                while i < j:
                    s = xs[i] + xs[j]
                    if s == target:
                        return True
                    if s < target:
                        i += 1
                    else:
                        j -= 1
                return False
            """,
        ),
        worse(
            "in_list",
            "a scan in C for each element",
            """
            def has_pair(xs, target):
                for i, x in enumerate(xs):
                    if target - x in xs[:i]:
                        return True
                return False
            """,
        ),
        worse(
            "pairs",
            "all pairs",
            """
            def has_pair(xs, target):
                for i in range(len(xs)):
                    for j in range(i):
                        if xs[i] + xs[j] == target:
                            return True
                return False
            """,
        ),
        worse(
            "buckets",
            "sqrt(n) buckets, each a list that is scanned",
            """
            def has_pair(xs, target):
                many = max(1, int(len(xs) ** 0.5))
                buckets = [[] for _ in range(many)]
                for x in xs:
                    if target - x in buckets[(target - x) // 2 % many]:
                        return True
                    buckets[x // 2 % many].append(x)
                return False
            """,
        ),
    ),
)

MEAN = Task(
    "spread",
    "spread",
    "n",
    (Family("random", _floats, 1000, 1_000_000),),
    (
        right(
            "two_passes",
            "two passes, nothing kept",
            """
            def spread(xs):
                total = 0.0
                for x in xs:
                    total += x
                mean, square = total / len(xs), 0.0
                for x in xs:
                    square += (x - mean) ** 2
                return square / len(xs)
            """,
        ),
        right(
            "welford",
            "one pass, three numbers kept",
            """
            def spread(xs):
                n, mean, square = 0, 0.0, 0.0
                for x in xs:
                    n += 1
                    d = x - mean
                    mean += d / n
                    square += d * (x - mean)
                return square / n
            """,
        ),
        right(
            "sums",
            "generators keep nothing",
            """
            from math import fsum
            def spread(xs):
                mean = fsum(xs) / len(xs)
                return fsum((x - mean) ** 2 for x in xs) / len(xs)
            """,
        ),
        worse(
            "lists",
            "right in time, but keeps n differences: space",
            """
            def spread(xs):
                mean = sum(xs) / len(xs)
                squares = [(x - mean) ** 2 for x in xs]
                return sum(squares) / len(xs)
            """,
        ),
    ),
    space="1",
    checker={"kind": "float", "relative": 1e-6},
)

TASKS = (UNIQUE, COUNT, TWO_SUM, MEAN)
