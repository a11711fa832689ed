# Pairs as keys, ranks first and sums afterwards, accumulated in C: accepted.
from collections import defaultdict
from itertools import accumulate
from math import log2
from statistics import fmean


def dcg(grades):
    return sum((2**grade - 1) / log2(rank + 2) for rank, grade in enumerate(grades) if grade)


def metrics(runs, qrels, k):
    grade_of = {(query, doc): grade for query, doc, grade in qrels}
    by_query = defaultdict(list)
    for query, _, grade in qrels:
        if grade:
            by_query[query].append(grade)
    columns = {"precision": [], "recall": [], "mrr": [], "map": [], "ndcg": []}
    for query, grades in by_query.items():
        top = list(dict.fromkeys(runs.get(query, ())))[:k]
        got = [grade_of.get((query, doc), 0) for doc in top]
        hits = [grade >= 1 for grade in got]
        counts = list(accumulate(hits))
        columns["precision"].append(sum(hits) / k)
        columns["recall"].append(sum(hits) / len(grades))
        columns["mrr"].append(1 / (hits.index(True) + 1) if any(hits) else 0)
        columns["map"].append(sum(c / (i + 1) for i, c in enumerate(counts) if hits[i]) / min(k, len(grades)))
        columns["ndcg"].append(dcg(got) / dcg(sorted(grades, reverse=True)[:k]))
    return {name: fmean(values) if values else float("nan") for name, values in columns.items()}
