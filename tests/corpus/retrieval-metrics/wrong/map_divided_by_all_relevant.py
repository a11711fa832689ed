# average precision divided by all relevant documents
import math


def metrics(runs: dict[str, list[str]], qrels: list[tuple[str, str, int]], k: int) -> dict[str, float]:
    judged = {}
    for query, doc, grade in qrels:
        judged.setdefault(query, {})[doc] = grade
    sums = dict.fromkeys(("precision", "recall", "mrr", "map", "ndcg"), 0.0)
    number = 0
    for query in judged:
        by_doc = judged.get(query, {})
        relevant = [doc for doc, grade in by_doc.items() if grade >= 1]
        if not relevant:
            continue
        number += 1
        docs = list(dict.fromkeys(runs.get(query, [])))[:k]
        grades = [by_doc.get(doc, 0) for doc in docs]
        hits = 0
        for rank, grade in enumerate(grades, 1):
            if grade >= 1:
                hits += 1
                if hits == 1:
                    sums["mrr"] += 1 / rank
                sums["map"] += hits / rank / len(relevant)
        best = sorted(by_doc.values(), reverse=True)[:k]
        ideal = sum((2**g - 1) / math.log2(i + 1) for i, g in enumerate(best, 1))
        if ideal > 0:
            sums["ndcg"] += sum((2**g - 1) / math.log2(i + 1) for i, g in enumerate(grades, 1)) / ideal
        sums["precision"] += hits / k
        sums["recall"] += hits / len(relevant)
    if number == 0:
        return dict.fromkeys(sums, math.nan)
    return {name: value / number for name, value in sums.items()}
