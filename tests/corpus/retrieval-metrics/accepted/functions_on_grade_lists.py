# each query becomes a list of grades; one small function for each metric
import math
from collections import defaultdict


def dcg(grades: list[int]) -> float:
    return sum((2**g - 1) / math.log2(i + 2) for i, g in enumerate(grades) if g)


def first_hit(grades: list[int]) -> float:
    return next((1 / i for i, g in enumerate(grades, 1) if g > 0), 0.0)


def average_precision(grades: list[int], possible: int) -> float:
    ranks = [i for i, g in enumerate(grades, 1) if g > 0]
    return sum(j / i for j, i in enumerate(ranks, 1)) / possible


def distinct(ranking: list[str], k: int) -> list[str]:
    seen = set()
    out = []
    for doc in ranking:
        if doc not in seen:
            seen.add(doc)
            out.append(doc)
    return out[:k]


def metrics(runs: dict[str, list[str]], qrels: list[tuple[str, str, int]], k: int) -> dict[str, float]:
    judged = defaultdict(dict)
    for query, doc, grade in qrels:
        judged[query][doc] = grade
    rows = []
    for query, by_doc in judged.items():
        relevant = sum(g > 0 for g in by_doc.values())
        if not relevant:
            continue
        grades = [by_doc.get(doc, 0) for doc in distinct(runs.get(query, []), k)]
        hits = sum(g > 0 for g in grades)
        ideal = sorted(by_doc.values(), reverse=True)[:k]
        rows.append(
            (
                hits / k,
                hits / relevant,
                first_hit(grades),
                average_precision(grades, min(relevant, k)),
                dcg(grades) / dcg(ideal),
            )
        )
    names = ("precision", "recall", "mrr", "map", "ndcg")
    if not rows:
        return dict.fromkeys(names, math.nan)
    return {name: math.fsum(column) / len(rows) for name, column in zip(names, zip(*rows, strict=True), strict=True)}
