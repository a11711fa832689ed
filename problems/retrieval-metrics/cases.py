"""Inputs of retrieval-metrics: (runs, qrels, k)."""

from math import log2, nan

MOST = 200_000
MOST_K = 1_000_000
HIGHEST = 10


def samples():
    third = 1 / log2(3)
    return [
        {
            "input": (
                {"q1": ["d3", "d1", "d7", "d2"], "q2": ["d5", "d9"]},
                [("q1", "d1", 2), ("q1", "d2", 1), ("q1", "d3", 0), ("q2", "d5", 1), ("q2", "d6", 3)],
                3,
            ),
            "answer": {
                "precision": 1 / 3,
                "recall": 0.5,
                "mrr": 0.75,
                "map": 0.375,
                "ndcg": (3 * third / (3 + third) + 1 / (7 + third)) / 2,
            },
            "note": "q1: the grades of the first three are 0, 2, 0; two documents are relevant. Precision 1/3, recall 1/2, "
            "reciprocal rank 1/2, average precision (1/2)/2; DCG 3/log2(3), ideal (grades 2, 1) 3 + 1/log2(3). q2: the "
            "grades are 1, 0. Precision 1/3 though only two came, recall 1/2, reciprocal rank 1, average precision 1/2; "
            "DCG 1, ideal (grades 3, 1) 7 + 1/log2(3): d6 was not retrieved, and still is in the ideal.",
        },
        {
            "input": (
                {"a": ["x", "x", "y"], "b": ["z"], "c": ["x"]},
                [("a", "y", 1), ("b", "z", 0), ("d", "x", 1)],
                2,
            ),
            "answer": {"precision": 0.25, "recall": 0.5, "mrr": 0.25, "map": 0.25, "ndcg": third / 2},
            "note": "Two queries count: a, and d, which has a relevant document but no ranking, and so 0 everywhere. b "
            "has no relevant document, c no judgement. In a's ranking the second x is dropped; y moves up to rank 2.",
        },
        {
            "input": ({"q": ["d"]}, [], 5),
            "answer": dict.fromkeys(["precision", "recall", "mrr", "map", "ndcg"], nan),
            "note": "No query has a relevant document, so there is nothing to take a mean of.",
        },
    ]


def edges(rng):
    five = ["a", "b", "c", "d", "e"]
    graded = [("q", "a", 3), ("q", "b", 2), ("q", "c", 2), ("q", "d", 1), ("q", "e", 0)]
    docs = [f"d{i}" for i in range(12)]
    queries = [f"q{i}" for i in range(8)]
    runs = {query: [rng.choice(docs) for _ in range(rng.randrange(10))] for query in queries}
    qrels = [(query, doc, rng.choice((0, 0, 1, 2, 3))) for query in queries for doc in docs if rng.random() < 0.5]
    rng.shuffle(qrels)
    return [
        ("nothing at all", ({}, [], 1)),
        ("judgements only", ({}, [("q", "d", 1), ("r", "d", 2)], 3)),
        ("nothing is relevant", ({"q": ["d", "e"]}, [("q", "d", 0), ("q", "e", 0)], 3)),
        ("an empty ranking", ({"q": []}, [("q", "d", 1)], 3)),
        ("found at once", ({"q": ["d"]}, [("q", "d", 1)], 1)),
        ("not found", ({"q": ["e"]}, [("q", "d", 1)], 1)),
        ("found at the last rank that counts", ({"q": ["a", "b", "d"]}, [("q", "d", 1)], 3)),
        ("found one rank too late", ({"q": ["a", "b", "d"]}, [("q", "d", 1)], 2)),
        ("fewer documents than k", ({"q": ["d", "e"]}, [("q", "d", 1), ("q", "e", 1)], 5)),
        ("fewer relevant ones than k", ({"q": five}, [("q", "b", 1), ("q", "d", 1)], 4)),
        ("more relevant ones than k", ({"q": five}, [("q", doc, 1) for doc in "aecdfgh"], 3)),
        ("as many relevant ones as k", ({"q": five}, [("q", doc, 1) for doc in "bcd"], 3)),
        ("the best order", ({"q": five}, graded, 4)),
        ("the worst order", ({"q": five[::-1]}, graded, 4)),
        ("the best order, cut early", ({"q": five}, graded, 2)),
        ("the highest grade is not retrieved", ({"q": ["b", "c", "d"]}, graded, 3)),
        ("the highest grade", ({"q": ["b", "a"]}, [("q", "a", 10), ("q", "b", 9), ("q", "c", 10)], 2)),
        ("grade 0 at the top", ({"q": ["e", "a"]}, graded, 2)),
        ("documents without judgement", ({"q": ["x", "a", "y", "b"]}, graded, 4)),
        ("a relevant document again and again", ({"q": ["a", "a", "a", "d"]}, graded, 4)),
        ("one document only, repeated", ({"q": ["a", "a", "a"]}, graded, 3)),
        ("repeated before k, so that another moves up", ({"q": ["x", "x", "x", "a", "b"]}, graded, 2)),
        ("repeated behind k", ({"q": ["a", "x", "a", "x", "b"]}, graded, 2)),
        ("a query that nobody judged", ({"q": ["a"], "r": ["a", "b"]}, [("q", "a", 1)], 2)),
        ("a query without ranking", ({"q": ["a"]}, [("q", "a", 1), ("r", "a", 1), ("s", "b", 2)], 2)),
        ("a query without relevant documents", ({"q": ["a"], "r": ["a"]}, [("q", "a", 1), ("r", "a", 0)], 2)),
        ("relevant for another query", ({"q": ["a", "b"], "r": ["a", "b"]}, [("q", "a", 2), ("r", "b", 1)], 1)),
        (
            "other grades for another query",
            ({"q": ["a", "b"], "r": ["a", "b"]}, [("q", "a", 3), ("q", "b", 1), ("r", "a", 1), ("r", "b", 3)], 2),
        ),
        (
            "judgements of queries in turn",
            ({"q": ["a", "b"], "r": ["b", "a"]}, [("q", "a", 1), ("r", "a", 1), ("q", "b", 2), ("r", "c", 2)], 2),
        ),
        ("upper and lower case", ({"q": ["D", "d"]}, [("q", "d", 1), ("Q", "d", 1)], 1)),
        ("empty ids", ({"": ["", "a"]}, [("", "", 1), ("", "a", 2)], 2)),
        ("blanks belong to the id", ({"q": ["a ", "a"]}, [("q", "a", 1)], 1)),
        ("the largest k", ({"q": five}, graded, MOST_K)),
        ("only the first", (runs, qrels, 1)),
        ("a mixture, three", (runs, qrels, 3)),
        ("a mixture, twenty", (runs, qrels, 20)),
    ]


def one_deep_query(size, rng):
    half = size // 2
    ids = [f"d{i:06d}" for i in rng.sample(range(10**6), 2 * half)]
    ranking = ids[: half - half // 20]
    ranking += rng.sample(ranking, half - len(ranking))
    rng.shuffle(ranking)
    judged = ids[half // 2 : half // 2 + half]
    qrels = [("q", doc, rng.randrange(1, 5) if rng.random() < 0.95 else 0) for doc in judged]
    rng.shuffle(qrels)
    return ({"q": ranking}, qrels, half)


def many_queries(size, rng):
    queries = [f"q{i:06d}" for i in range(max(1, size // 10))]
    runs, qrels = {}, []
    for query in queries:
        docs = [f"d{rng.randrange(10**6):06d}" for _ in range(8)]
        if rng.random() < 0.95:
            runs[query] = docs[:4] + [rng.choice(docs)]
        qrels += [(query, doc, rng.randrange(4)) for doc in {doc: 0 for doc in docs[3:]}]
    rng.shuffle(qrels)
    return (runs, qrels, size)


def validate(runs, qrels, k):
    if type(k) is not int or not 1 <= k <= MOST_K:
        raise ValueError(f"k is {k!r}, not an int from 1 to {MOST_K:,}")
    if type(runs) is not dict or len(runs) > MOST:
        raise ValueError(f"runs must be a dict of at most {MOST:,} queries")
    for query, ranking in runs.items():
        if type(query) is not str:
            raise ValueError(f"runs has the query {query!r}, which is no str")
        if type(ranking) is not list or not all(type(doc) is str for doc in ranking):
            raise ValueError(f"runs[{query!r}] must be a list of str")
    if sum(map(len, runs.values())) > MOST:
        raise ValueError(f"the rankings hold more than {MOST:,} documents")
    if type(qrels) is not list or len(qrels) > MOST:
        raise ValueError(f"qrels must be a list of at most {MOST:,} judgements")
    seen = set()
    for i, row in enumerate(qrels):
        if type(row) is not tuple or len(row) != 3 or type(row[0]) is not str or type(row[1]) is not str:
            raise ValueError(f"qrels[{i}] is {row!r}, not a tuple (query, document, grade)")
        if type(row[2]) is not int or not 0 <= row[2] <= HIGHEST:
            raise ValueError(f"qrels[{i}] has the grade {row[2]!r}, not an int from 0 to {HIGHEST}")
        if row[:2] in seen:
            raise ValueError(f"qrels[{i}]: {row[1]!r} is judged twice for {row[0]!r}")
        seen.add(row[:2])
