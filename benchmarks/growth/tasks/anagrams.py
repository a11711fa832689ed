"""Words grouped by their letters."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, right, worse


def _many(n: int, rng: random.Random) -> tuple[list[str]]:
    """Words of nine letters: nearly each a group of its own."""
    return (["".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=9)) for _ in range(n)],)


def _few(n: int, rng: random.Random) -> tuple[list[str]]:
    """Twenty groups."""
    stems = ["".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=9)) for _ in range(20)]
    return (["".join(rng.sample(rng.choice(stems), 9)) for _ in range(n)],)


ANAGRAMS = Task(
    "anagrams",
    "groups",
    "n",
    (Family("many_groups", _many, 250, 256_000), Family("few_groups", _few, 250, 256_000)),
    (
        right(
            "sorted_key",
            "a dict by sorted letters: words are of fixed length",
            """
            def groups(words):
                found = {}
                for word in words:
                    key = "".join(sorted(word))
                    if key in found:
                        found[key].append(word)
                    else:
                        found[key] = [word]
                return list(found.values())
            """,
        ),
        right(
            "default_dict",
            "a dict of lists by tuples",
            """
            from collections import defaultdict
            def groups(words):
                found = defaultdict(list)
                for word in words:
                    found[tuple(sorted(word))].append(word)
                return list(found.values())
            """,
        ),
        right(
            "counters",
            "the key is a frozen set of a Counter's items: dearer by a factor",
            """
            from collections import Counter
            def groups(words):
                found = {}
                for word in words:
                    counts = Counter(word)
                    key = frozenset((c, counts[c]) for c in word)
                    found.setdefault((key, tuple(sorted(counts.elements()))), []).append(word)
                return list(found.values())
            """,
            Kind.SLOW,
        ),
        worse(
            "key_list",
            "keys in a list: searched in C, long only where there are many groups",
            """
            def groups(words):
                keys, found = [], []
                for word in words:
                    key = sorted(word)
                    if key in keys:
                        found[keys.index(key)].append(word)
                    else:
                        keys.append(key)
                        found.append([word])
                return found
            """,
            Kind.FAMILY,
            blame="if key in keys",
        ),
        worse(
            "new_lists",
            "a group is copied for each word that comes to it, in C: long only where there are few groups",
            """
            def groups(words):
                found = {}
                for word in words:
                    key = "".join(sorted(word))
                    found[key] = found.get(key, []) + [word]
                return list(found.values())
            """,
            Kind.FAMILY,
            blame="found.get(key, []) + [word]",
        ),
        worse(
            "representatives",
            "each word is compared with a member of every group",
            """
            def groups(words):
                found = []
                for word in words:
                    letters = sorted(word)
                    for signature, members in found:
                        if signature == letters:
                            members.append(word)
                            break
                    else:
                        found.append((letters, [word]))
                return [members for _, members in found]
            """,
            Kind.FAMILY,
            blame="if signature == letters",
        ),
        worse(
            "sum_of_letters",
            "keys whose hash is the sum of the letters: some two hundred different ones",
            """
            class Key:
                def __init__(self, word):
                    self.letters = sorted(word)
                def __hash__(self):
                    return sum(map(ord, self.letters))
                def __eq__(self, other):
                    return self.letters == other.letters
            def groups(words):
                found = {}
                for word in words:
                    found.setdefault(Key(word), []).append(word)
                return list(found.values())
            """,
            Kind.COLLISION,
            blame="self.letters == other.letters",
        ),
    ),
)

TASKS = (ANAGRAMS,)
