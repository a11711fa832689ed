"""Text."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Task, near, right, worse


def _alphabet(n: int, rng: random.Random) -> tuple[str]:
    """All characters different, so that no window is cut short."""
    return ("".join(chr(0x4E00 + i if i < 20_000 else 0x20000 + i) for i in rng.sample(range(n), n)),)


def _words(n: int, rng: random.Random) -> tuple[list[str]]:
    return (["".join(rng.choices("abcdefgh", k=6)) for _ in range(n)],)


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

TASKS = (
    UNIQUE,
    COUNT,
)
