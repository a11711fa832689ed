"""Tables by key: means and codes. Few groups, and nearly as many as rows."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, near, right, worse


def _few(n: int, rng: random.Random) -> tuple[list[int], list[float]]:
    return [rng.randrange(10) for _ in range(n)], [rng.random() for _ in range(n)]


def _many(n: int, rng: random.Random) -> tuple[list[int], list[float]]:
    return [rng.randrange(n // 3) for _ in range(n)], [rng.random() for _ in range(n)]


def _few_labels(n: int, rng: random.Random) -> tuple[list[str]]:
    return ([f"city-{rng.randrange(12)}" for _ in range(n)],)


def _many_labels(n: int, rng: random.Random) -> tuple[list[str]]:
    return ([f"city-{rng.randrange(n // 2)}" for _ in range(n)],)


GROUP_MEANS = Task(
    "group-means",
    "means",
    "n",
    (Family("few_groups", _few, 1000, 1_000_000), Family("many_groups", _many, 1000, 1_000_000)),
    (
        right(
            "dict",
            "one lookup a row",
            """
            def means(keys, values):
                total, count = {}, {}
                for k, v in zip(keys, values):
                    total[k] = total.get(k, 0.0) + v
                    count[k] = count.get(k, 0) + 1
                return [(k, total[k] / count[k]) for k in total]
            """,
        ),
        right(
            "pandas",
            "a hash table in C",
            """
            import pandas as pd
            def means(keys, values):
                found = pd.DataFrame({"k": keys, "v": values}).groupby("k", sort=False)["v"].mean()
                return list(zip(found.index.tolist(), found.tolist()))
            """,
            Kind.FAST,
        ),
        right(
            "fractions",
            "exact fractions: denominators stay below 2^53, sums grow by the digits of n",
            """
            from fractions import Fraction
            def means(keys, values):
                rows = {}
                for k, v in zip(keys, values):
                    row = rows.setdefault(k, [Fraction(0), 0])
                    row[0] += Fraction(v)
                    row[1] += 1
                return [(k, float(total / count)) for k, (total, count) in rows.items()]
            """,
            Kind.SLOW,
        ),
        near(
            "unique",
            "numpy sorts the keys",
            """
            import numpy as np
            def means(keys, values):
                names, first, where = np.unique(np.array(keys), return_index=True, return_inverse=True)
                found = np.bincount(where, weights=np.array(values)) / np.bincount(where)
                order = np.argsort(first)
                return list(zip(names[order].tolist(), found[order].tolist()))
            """,
            Kind.FAST,
        ),
        worse(
            "masks",
            "a pass over all rows in C for every group; n/3 groups in one family",
            """
            import numpy as np
            def means(keys, values):
                column, numbers = np.array(keys), np.array(values)
                return [(k, float(numbers[column == k].mean())) for k in dict.fromkeys(keys)]
            """,
            Kind.DIMENSION,
            blame="numbers[column == k]",
        ),
        worse(
            "longer_lists",
            "a new list for every row of a group: n^2 / 10 copied where groups are few",
            """
            def means(keys, values):
                groups = {}
                for k, v in zip(keys, values):
                    groups[k] = groups.get(k, []) + [v]
                return [(k, sum(vs) / len(vs)) for k, vs in groups.items()]
            """,
            Kind.FAMILY,
            blame="groups.get(k, []) + [v]",
        ),
    ),
    checker={"kind": "float", "relative": 1e-9},
    runtime="python-data",
)


CODES = Task(
    "label-codes",
    "codes",
    "n",
    (Family("few_labels", _few_labels, 1000, 1_000_000), Family("many_labels", _many_labels, 1000, 1_000_000)),
    (
        right(
            "setdefault",
            "one lookup a label",
            """
            def codes(labels):
                seen = {}
                return [seen.setdefault(label, len(seen)) for label in labels]
            """,
        ),
        right(
            "factorize",
            "pandas' hash table of strings",
            """
            import pandas as pd
            def codes(labels):
                return pd.factorize(pd.Series(labels, dtype=object))[0].tolist()
            """,
        ),
        right(
            "row_wise",
            "a Python call a row by way of pandas, and one lookup in it",
            """
            import pandas as pd
            def codes(labels):
                seen = {}
                def code(row):
                    label = row[0]
                    if label not in seen:
                        seen[label] = len(seen)
                    return seen[label]
                frame = pd.DataFrame({"label": labels})
                return [code(row) for row in frame.itertuples(index=False)]
            """,
            Kind.SLOW,
        ),
        right(
            "trie",
            "at most twelve steps a label",
            """
            def codes(labels):
                root, out, count = {}, [], 0
                for label in labels:
                    node = root
                    for c in label:
                        if c not in node:
                            node[c] = {}
                        node = node[c]
                    if None not in node:
                        node[None] = count
                        count += 1
                    out.append(node[None])
                return out
            """,
            Kind.SLOW,
        ),
        worse(
            "index",
            "the list of labels is searched for every row",
            """
            def codes(labels):
                names = list(dict.fromkeys(labels))
                return [names.index(label) for label in labels]
            """,
            Kind.DIMENSION,
            blame="names.index(label)",
        ),
        worse(
            "one_hot",
            "a row of as many zeros as there are labels, for every row: n^2 / 2 where labels are many",
            """
            import numpy as np
            def codes(labels):
                columns = {label: i for i, label in enumerate(dict.fromkeys(labels))}
                hot = np.zeros(len(columns))
                out = []
                for label in labels:
                    hot[:] = 0
                    hot[columns[label]] = 1
                    out.append(int(hot.argmax()))
                return out
            """,
            Kind.HIDDEN,
            blame="hot[:] = 0",
        ),
        worse(
            "append_names",
            "a new array of labels for every new one",
            """
            import numpy as np
            def codes(labels):
                names, seen, out = np.array([], dtype=object), {}, []
                for label in labels:
                    if label not in seen:
                        seen[label] = len(names)
                        names = np.append(names, label)
                    out.append(seen[label])
                return out
            """,
            Kind.HIDDEN,
            blame="np.append(names, label)",
        ),
    ),
    runtime="python-data",
)


TASKS = (GROUP_MEANS, CODES)
