# Objects for queries and judgements, a heap written out for the ideal: many times slower, the same growth: accepted.
import math


class Judgement:
    def __init__(self, doc, grade):
        self.doc = doc
        self.grade = grade

    def gain(self, rank):
        return (math.pow(2, self.grade) - 1) / (math.log(rank + 1) / math.log(2))


class Heap:
    """The judgement with the highest grade first."""

    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)
        at = len(self.items) - 1
        while at > 0 and self.items[(at - 1) // 2].grade < self.items[at].grade:
            above = (at - 1) // 2
            self.items[at], self.items[above] = self.items[above], self.items[at]
            at = above

    def pop(self):
        top, last = self.items[0], self.items.pop()
        if self.items:
            self.items[0] = last
            at = 0
            while True:
                child = 2 * at + 1
                if child >= len(self.items):
                    break
                if child + 1 < len(self.items) and self.items[child + 1].grade > self.items[child].grade:
                    child += 1
                if self.items[child].grade <= self.items[at].grade:
                    break
                self.items[at], self.items[child] = self.items[child], self.items[at]
                at = child
        return top


class Query:
    def __init__(self):
        self.judgements = {}
        self.relevant = 0

    def add(self, judgement):
        self.judgements[judgement.doc] = judgement
        if judgement.grade >= 1:
            self.relevant += 1

    def top(self, ranking, k):
        kept, seen = [], {}
        for doc in ranking:
            if doc not in seen and len(kept) < k:
                seen[doc] = True
                kept.append(self.judgements.get(doc) or Judgement(doc, 0))
        return kept

    def ideal(self, k):
        heap = Heap()
        for judgement in self.judgements.values():
            heap.push(judgement)
        return [heap.pop() for _ in range(min(k, len(heap.items)))]

    def metrics(self, ranking, k):
        values = {"precision": 0.0, "recall": 0.0, "mrr": 0.0, "map": 0.0, "ndcg": 0.0}
        found = 0
        for at, judgement in enumerate(self.top(ranking, k)):
            rank = at + 1
            values["ndcg"] += judgement.gain(rank)
            if judgement.grade >= 1:
                found += 1
                values["mrr"] = max(values["mrr"], 1 / rank)
                values["map"] += found / rank
        values["map"] /= min(k, self.relevant)
        values["precision"] = found / k
        values["recall"] = found / self.relevant
        values["ndcg"] /= sum(judgement.gain(at + 1) for at, judgement in enumerate(self.ideal(k)))
        return values


def metrics(runs, qrels, k):
    queries = {}
    for query, doc, grade in qrels:
        if query not in queries:
            queries[query] = Query()
        queries[query].add(Judgement(doc, grade))
    sums = {"precision": 0.0, "recall": 0.0, "mrr": 0.0, "map": 0.0, "ndcg": 0.0}
    count = 0
    for name, query in queries.items():
        if query.relevant:
            count += 1
            for key, value in query.metrics(runs.get(name, []), k).items():
                sums[key] += value
    return {key: value / count if count else float("nan") for key, value in sums.items()}
