# Sorts the judgements by query and grade, and groups what lies together: no sort of a query's own: accepted.
from itertools import groupby
from math import log2


def metrics(runs, qrels, k):
    totals = {"precision": 0.0, "recall": 0.0, "mrr": 0.0, "map": 0.0, "ndcg": 0.0}
    queries = 0
    for query, rows in groupby(sorted(qrels, key=lambda row: (row[0], -row[2])), key=lambda row: row[0]):
        grades = {doc: grade for _, doc, grade in rows if grade}
        if not grades:
            continue
        queries += 1
        best = 0.0
        for i, grade in enumerate(grades.values()):
            if i == k:
                break
            best += (2**grade - 1) / log2(i + 2)
        seen = set()
        hits = 0
        for doc in runs.get(query, []):
            if len(seen) == k:
                break
            if doc in seen:
                continue
            seen.add(doc)
            if doc in grades:
                hits += 1
                if hits == 1:
                    totals["mrr"] += 1 / len(seen)
                totals["map"] += hits / len(seen) / min(k, len(grades))
                totals["ndcg"] += (2 ** grades[doc] - 1) / log2(len(seen) + 1) / best
        totals["precision"] += hits / k
        totals["recall"] += hits / len(grades)
    return {name: total / queries if queries else float("nan") for name, total in totals.items()}
