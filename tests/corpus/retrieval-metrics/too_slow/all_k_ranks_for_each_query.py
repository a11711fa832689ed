# fills every ranking up to k places and goes through all of them
import math


def metrics(runs: dict[str, list[str]], qrels: list[tuple[str, str, int]], k: int) -> dict[str, float]:
    names = ("precision", "recall", "mrr", "map", "ndcg")
    judged = {}
    for query, doc, grade in qrels:
        judged.setdefault(query, {})[doc] = grade
    sums = dict.fromkeys(names, 0.0)
    number = 0
    for query, by_doc in judged.items():
        best = sorted(by_doc.values(), reverse=True)
        if best[0] == 0:
            continue
        number += 1
        relevant = sum(1 for g in best if g >= 1)
        docs = list(dict.fromkeys(runs.get(query, [])))
        hits = 0
        gain = ideal = 0.0
        for rank in range(1, k + 1):
            discount = math.log2(rank + 1)
            if rank <= len(best):
                ideal += (2 ** best[rank - 1] - 1) / discount
            grade = by_doc.get(docs[rank - 1], 0) if rank <= len(docs) else 0
            if grade >= 1:
                hits += 1
                gain += (2**grade - 1) / discount
                sums["map"] += hits / rank / min(relevant, k)
                if hits == 1:
                    sums["mrr"] += 1 / rank
        sums["precision"] += hits / k
        sums["recall"] += hits / relevant
        sums["ndcg"] += gain / ideal
    if number == 0:
        return dict.fromkeys(names, math.nan)
    return {name: value / number for name, value in sums.items()}
