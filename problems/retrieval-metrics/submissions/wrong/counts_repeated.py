# Counts a document at each of its places.
from itertools import islice
from math import log2, nan

NAMES = ("precision", "recall", "mrr", "map", "ndcg")


def metrics(runs: dict[str, list[str]], qrels: list[tuple[str, str, int]], k: int) -> dict[str, float]:
    grades = {}
    for query, doc, grade in qrels:
        grades.setdefault(query, {})[doc] = grade
    totals = [0.0] * len(NAMES)
    queries = 0
    for query, judged in grades.items():
        ideal = sorted((grade for grade in judged.values() if grade > 0), reverse=True)
        if ideal:
            queries += 1
            for at, value in enumerate(of_query(runs.get(query, []), judged, ideal, k)):
                totals[at] += value
    return {name: total / queries if queries else nan for name, total in zip(NAMES, totals)}


def of_query(ranking, judged, ideal, k):
    found = first = 0
    precisions = 0.0
    gain = 0.0
    for rank, doc in enumerate(islice(ranking, k), 1):
        grade = judged.get(doc, 0)
        if grade > 0:
            found += 1
            first = first or rank
            precisions += found / rank
            gain += (2**grade - 1) / log2(rank + 1)
    best = sum((2**grade - 1) / log2(rank + 1) for rank, grade in enumerate(ideal[:k], 1))
    return found / k, found / len(ideal), 1 / first if first else 0.0, precisions / min(len(ideal), k), gain / best
