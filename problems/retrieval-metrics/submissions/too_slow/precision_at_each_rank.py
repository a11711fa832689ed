# Adds up all ranks above anew for the precision at each rank: O(k^2) for one ranking.
from math import log2


def metrics(runs, qrels, k):
    totals = {"precision": 0.0, "recall": 0.0, "mrr": 0.0, "map": 0.0, "ndcg": 0.0}
    queries = {}
    for query, doc, grade in qrels:
        if grade > 0:
            queries.setdefault(query, {})[doc] = grade
    for query, grades in queries.items():
        got = [grades.get(doc, 0) for doc in list(dict.fromkeys(runs.get(query, [])))[:k]]
        hits = [int(grade > 0) for grade in got]
        found = sum(hits)
        first = hits.index(1) + 1 if found else 0
        average = 0
        for i, hit in enumerate(hits):
            if hit:
                average += sum(hits[: i + 1]) / (i + 1)
        gain = sum((2**grade - 1) / log2(i + 2) for i, grade in enumerate(got))
        best = sum((2**grade - 1) / log2(i + 2) for i, grade in enumerate(sorted(grades.values(), reverse=True)[:k]))
        totals["precision"] += found / k
        totals["recall"] += found / len(grades)
        totals["mrr"] += 1 / first if first else 0
        totals["map"] += average / min(k, len(grades))
        totals["ndcg"] += gain / best
    return {name: total / len(queries) if queries else float("nan") for name, total in totals.items()}
