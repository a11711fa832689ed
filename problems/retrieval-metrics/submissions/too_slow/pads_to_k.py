# Fills each query's grades with zeros up to k: O(queries * k), though nothing is there.
from math import log2


def padded(values, k):
    return values[:k] + [0] * (k - len(values))


def metrics(runs, qrels, k):
    totals = {"precision": 0.0, "recall": 0.0, "mrr": 0.0, "map": 0.0, "ndcg": 0.0}
    queries = {}
    for query, doc, grade in qrels:
        if grade > 0:
            queries.setdefault(query, {})[doc] = grade
    for query, grades in queries.items():
        found = gain = average = first = best = 0
        got = padded([grades.get(doc, 0) for doc in dict.fromkeys(runs.get(query, []))], k)
        ideal = padded(sorted(grades.values(), reverse=True), k)
        for i in range(k):
            best += (2 ** ideal[i] - 1) / log2(i + 2)
            if got[i]:
                found += 1
                first = first or i + 1
                average += found / (i + 1)
                gain += (2 ** got[i] - 1) / log2(i + 2)
        totals["precision"] += found / k
        totals["recall"] += found / len(grades)
        totals["mrr"] += 1 / first if first else 0
        totals["map"] += average / min(k, len(grades))
        totals["ndcg"] += gain / best
    return {name: total / len(queries) if queries else float("nan") for name, total in totals.items()}
