# Filters all judgements for each query: O(queries * len(qrels)).
from math import log2


def metrics(runs, qrels, k):
    totals = {"precision": 0.0, "recall": 0.0, "mrr": 0.0, "map": 0.0, "ndcg": 0.0}
    queries = {query for query, _, grade in qrels if grade > 0}
    for query in queries:
        grades = {doc: grade for other, doc, grade in qrels if other == query and grade > 0}
        found = gain = average = first = 0
        for rank, doc in enumerate(list(dict.fromkeys(runs.get(query, [])))[:k], 1):
            if doc in grades:
                found += 1
                first = first or rank
                average += found / rank
                gain += (2 ** grades[doc] - 1) / log2(rank + 1)
        best = sum((2**grade - 1) / log2(i + 2) for i, grade in enumerate(sorted(grades.values(), reverse=True)[:k]))
        totals["precision"] += found / k
        totals["recall"] += found / len(grades)
        totals["mrr"] += 1 / first if first else 0
        totals["map"] += average / min(k, len(grades))
        totals["ndcg"] += gain / best
    return {name: total / len(queries) if queries else float("nan") for name, total in totals.items()}
