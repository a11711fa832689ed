# divides by the number of queries without asking whether there are any
import math


def metrics(runs: dict[str, list[str]], qrels: list[tuple[str, str, int]], k: int) -> dict[str, float]:
    judged = {}
    for query, doc, grade in qrels:
        judged.setdefault(query, {})[doc] = grade
    rows = []
    for query, by_doc in judged.items():
        relevant = sum(1 for g in by_doc.values() if g >= 1)
        if relevant == 0:
            continue
        grades = [by_doc.get(doc, 0) for doc in list(dict.fromkeys(runs.get(query, [])))[:k]]
        ranks = [i for i, g in enumerate(grades, 1) if g >= 1]
        best = sorted(by_doc.values(), reverse=True)[:k]
        ideal = sum((2**g - 1) / math.log2(i + 1) for i, g in enumerate(best, 1))
        gain = sum((2**g - 1) / math.log2(i + 1) for i, g in enumerate(grades, 1))
        average = sum(j / i for j, i in enumerate(ranks, 1)) / min(relevant, k)
        rows.append((len(ranks) / k, len(ranks) / relevant, 1 / ranks[0] if ranks else 0.0, average, gain / ideal))
    names = ("precision", "recall", "mrr", "map", "ndcg")
    return {name: sum(row[i] for row in rows) / len(rows) for i, name in enumerate(names)}
