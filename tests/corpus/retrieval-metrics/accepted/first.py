# judgements by query in dicts, each ranking made distinct and walked once up to k
import math


def metrics(runs: dict[str, list[str]], qrels: list[tuple[str, str, int]], k: int) -> dict[str, float]:
    grades: dict[str, dict[str, int]] = {}
    for query, doc, grade in qrels:
        grades.setdefault(query, {})[doc] = grade
    sums = {"precision": 0.0, "recall": 0.0, "mrr": 0.0, "map": 0.0, "ndcg": 0.0}
    queries = 0
    for query, judged in grades.items():
        relevant = sum(1 for g in judged.values() if g >= 1)
        if relevant == 0:
            continue
        queries += 1
        hits = 0
        reciprocal = 0.0
        average = 0.0
        dcg = 0.0
        for rank, doc in enumerate(dict.fromkeys(runs.get(query, [])), start=1):
            if rank > k:
                break
            grade = judged.get(doc, 0)
            if grade >= 1:
                hits += 1
                if hits == 1:
                    reciprocal = 1 / rank
                average += hits / rank
                dcg += (2**grade - 1) / math.log2(rank + 1)
        best = sorted(judged.values(), reverse=True)[:k]
        ideal = sum((2**g - 1) / math.log2(i + 1) for i, g in enumerate(best, start=1))
        sums["precision"] += hits / k
        sums["recall"] += hits / relevant
        sums["mrr"] += reciprocal
        sums["map"] += average / min(relevant, k)
        sums["ndcg"] += dcg / ideal
    if queries == 0:
        return {key: float("nan") for key in sums}
    return {key: value / queries for key, value in sums.items()}
