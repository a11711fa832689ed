"""Statistics of ranks: the area under a curve."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, right, worse


def _balanced(n: int, rng: random.Random) -> tuple[list[bool], list[int]]:
    labels = [rng.random() < 0.5 for _ in range(n)]
    labels[0], labels[-1] = True, False
    return labels, [rng.randrange(n) + n // 4 * label for label in labels]


def _rare(n: int, rng: random.Random) -> tuple[list[bool], list[int]]:
    """Five positive ones."""
    chosen = set(rng.sample(range(n), 5))
    return [i in chosen for i in range(n)], [rng.randrange(n) for _ in range(n)]


AUC = Task(
    "area-under-curve",
    "area",
    "n log n",
    (Family("balanced", _balanced, 500, 400_000), Family("rare", _rare, 500, 400_000)),
    (
        right(
            "ranks",
            "one sort, ties counted half",
            """
            def area(labels, scores):
                wins, lower, at = 0, 0, 0
                rows = sorted(zip(scores, labels))
                while at < len(rows):
                    end, good, bad = at, 0, 0
                    while end < len(rows) and rows[end][0] == rows[at][0]:
                        good += rows[end][1]
                        bad += not rows[end][1]
                        end += 1
                    wins += good * (2 * lower + bad)
                    lower += bad
                    at = end
                return wins / (2 * sum(labels) * lower)
            """,
        ),
        right(
            "searchsorted",
            "sorted and searched in C",
            """
            import numpy as np
            def area(labels, scores):
                good, scores = np.array(labels), np.array(scores)
                bad = np.sort(scores[~good])
                good = scores[good]
                wins = np.searchsorted(bad, good, "left").sum() + np.searchsorted(bad, good, "right").sum()
                return float(wins) / (2 * len(good) * len(bad))
            """,
            Kind.FAST,
        ),
        right(
            "pandas_rank",
            "mean ranks of pandas",
            """
            import pandas as pd
            def area(labels, scores):
                good = pd.Series(labels)
                ranks = pd.Series(scores).rank()
                n, m = int(good.sum()), int((~good).sum())
                return float((ranks[good].sum() - n * (n + 1) / 2) / (n * m))
            """,
        ),
        right(
            "decimals",
            "decimal scores, searched in halves",
            """
            from bisect import bisect_left, bisect_right
            from decimal import Decimal
            def area(labels, scores):
                bad = sorted(Decimal(s) for s, label in zip(scores, labels) if not label)
                good = [Decimal(s) for s, label in zip(scores, labels) if label]
                wins = sum(bisect_left(bad, s) + bisect_right(bad, s) for s in good)
                return wins / (2 * len(good) * len(bad))
            """,
        ),
        worse(
            "pairs",
            "every pair of a positive and a negative one: n^2 / 4 where they are balanced",
            """
            def area(labels, scores):
                good = [s for s, label in zip(scores, labels) if label]
                bad = [s for s, label in zip(scores, labels) if not label]
                wins = 0.0
                for s in good:
                    for t in bad:
                        wins += 1.0 if s > t else 0.5 if s == t else 0.0
                return wins / (len(good) * len(bad))
            """,
            Kind.FAMILY,
            blame="wins += 1.0 if s > t",
        ),
        worse(
            "broadcast",
            "the same pairs in C, a row of them at a time",
            """
            import numpy as np
            def area(labels, scores):
                mask, scores = np.array(labels), np.array(scores)
                good, bad = scores[mask], scores[~mask]
                wins = sum(int((s > bad).sum()) + 0.5 * int((s == bad).sum()) for s in good)
                return wins / (len(good) * len(bad))
            """,
            Kind.HIDDEN,
            blame="(s > bad).sum()",
        ),
        worse(
            "insort",
            "a sorted list of the negative ones, half moved for each",
            """
            from bisect import bisect_left, bisect_right, insort
            def area(labels, scores):
                bad, good = [], []
                for label, s in zip(labels, scores):
                    if label:
                        good.append(s)
                    else:
                        insort(bad, s)
                wins = sum(bisect_left(bad, s) + bisect_right(bad, s) for s in good)
                return wins / (2 * len(good) * len(bad))
            """,
            Kind.HIDDEN,
            blame="insort(bad, s)",
        ),
    ),
    checker={"kind": "float", "relative": 1e-9},
    runtime="python-data",
)


TASKS = (AUC,)
