# Keeps the relevant documents in a list and asks it for each retrieved one: O(k * R).
from math import log2


def metrics(runs, qrels, k):
    judged = {}
    for query, doc, grade in qrels:
        if grade:
            docs, grades = judged.setdefault(query, ([], []))
            docs.append(doc)
            grades.append(grade)
    totals = {"precision": 0.0, "recall": 0.0, "mrr": 0.0, "map": 0.0, "ndcg": 0.0}
    for query, (relevant, grades) in judged.items():
        found = gain = average = first = 0
        for rank, doc in enumerate(list(dict.fromkeys(runs.get(query, [])))[:k], 1):
            if doc in relevant:
                found += 1
                first = first or rank
                average += found / rank
                gain += (2 ** grades[relevant.index(doc)] - 1) / log2(rank + 1)
        best = sum((2**grade - 1) / log2(i + 2) for i, grade in enumerate(sorted(grades, reverse=True)[:k]))
        totals["precision"] += found / k
        totals["recall"] += found / len(relevant)
        totals["mrr"] += 1 / first if first else 0
        totals["map"] += average / min(k, len(relevant))
        totals["ndcg"] += gain / best
    return {name: total / len(judged) if judged else float("nan") for name, total in totals.items()}
