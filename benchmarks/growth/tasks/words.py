"""Words: n-grams, an index that is asked."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, near, right, worse

Asked = tuple[list[list[str]], list[str]]


def _prose(n: int, rng: random.Random) -> tuple[list[str]]:
    """Words of a small dictionary: some trigrams come often."""
    few = [f"w{i}" for i in range(9)]
    return (rng.choices(few, weights=[9, 8, 7, 6, 5, 4, 3, 2, 1], k=n),)


def _names(n: int, rng: random.Random) -> tuple[list[str]]:
    """Nearly all words differ; one trigram is told twice."""
    words = [f"w{rng.randrange(10 * n)}" for _ in range(n - 6)]
    return (["a", "b", "c", *words, "a", "b", "c"],)


def _library(n: int, rng: random.Random, words: int, asked: int) -> Asked:
    documents = [[f"t{int(words * rng.random() ** 2)}" for _ in range(10)] for _ in range(n // 10)]
    return documents, [f"t{rng.randrange(words + 2)}" for _ in range(asked)]


def _five_queries(n: int, rng: random.Random) -> Asked:
    return _library(n, rng, 50, 5)


def _many_queries(n: int, rng: random.Random) -> Asked:
    return _library(n, rng, n, n // 4)


TRIGRAMS = Task(
    "top-trigram",
    "top",
    "n",
    (Family("prose", _prose, 500, 500_000), Family("names", _names, 500, 500_000)),
    (
        right(
            "counter",
            "one tuple a word; the answer is how often the commonest comes, and how many there are",
            """
            from collections import Counter
            def top(words):
                counts = Counter(zip(words, words[1:], words[2:]))
                return max(counts.values()), len(counts)
            """,
        ),
        right(
            "codes",
            "words as numbers, three of them as one",
            """
            def top(words):
                code = {w: i for i, w in enumerate(dict.fromkeys(words))}
                size, counts, now = len(code), {}, 0
                for i, w in enumerate(words):
                    now = now * size % size**3 + code[w]
                    if i >= 2:
                        counts[now] = counts.get(now, 0) + 1
                return max(counts.values()), len(counts)
            """,
        ),
        right(
            "joined",
            "three words joined by a generator, counted in nested dicts: dearer by a factor",
            """
            from collections import defaultdict, deque
            def grams(words):
                window = deque(maxlen=3)
                for word in words:
                    window.append(word.casefold())
                    if len(window) == 3:
                        yield " ".join(window)
            def top(words):
                tree = defaultdict(lambda: defaultdict(lambda: defaultdict(int)))
                most = kinds = 0
                for gram in grams(words):
                    a, b, c = gram.split(" ")
                    tree[a][b][c] += 1
                    most = max(most, tree[a][b][c])
                    kinds += tree[a][b][c] == 1
                return most, kinds
            """,
            Kind.SLOW,
        ),
        near(
            "sort",
            "sorted trigrams, runs counted",
            """
            from itertools import groupby
            def top(words):
                runs = [sum(1 for _ in run) for _, run in groupby(sorted(zip(words, words[1:], words[2:])))]
                return max(runs), len(runs)
            """,
        ),
        worse(
            "count_each",
            "all trigrams are counted through for each distinct one",
            """
            def top(words):
                grams = list(zip(words, words[1:], words[2:]))
                counts = [grams.count(gram) for gram in set(grams)]
                return max(counts), len(counts)
            """,
            Kind.FAMILY,
            blame="grams.count(gram)",
        ),
        worse(
            "text_count",
            "the joined text is searched in C for each distinct trigram",
            """
            def top(words):
                text = "  ".join(["", *words, ""])
                most = kinds = 0
                seen = set()
                for i in range(len(words) - 2):
                    gram = tuple(words[i : i + 3])
                    if gram not in seen:
                        seen.add(gram)
                        kinds += 1
                        at = found = 0
                        wanted = "  " + "  ".join(gram) + "  "
                        while (at := text.find(wanted, at)) >= 0:
                            found += 1
                            at += 1
                        most = max(most, found)
                return most, kinds
            """,
            Kind.HIDDEN,
            blame="text.find(wanted, at)",
        ),
        worse(
            "drop_first",
            "the list of words left is copied for each place",
            """
            def top(words):
                counts = {}
                while len(words) >= 3:
                    gram = tuple(words[:3])
                    counts[gram] = counts.get(gram, 0) + 1
                    words = words[1:]
                return max(counts.values()), len(counts)
            """,
            Kind.HIDDEN,
            blame="words = words[1:]",
        ),
    ),
)


INDEX = Task(
    "word-index",
    "ask",
    "n",
    (Family("five_queries", _five_queries, 1000, 1_000_000), Family("many_queries", _many_queries, 1000, 1_000_000)),
    (
        right(
            "index",
            "documents a word, counted once; a lookup a query",
            """
            def ask(documents, queries):
                count = {}
                for document in documents:
                    for word in set(document):
                        count[word] = count.get(word, 0) + 1
                return [count.get(q, 0) for q in queries]
            """,
        ),
        right(
            "counter",
            "the same in C",
            """
            from collections import Counter
            def ask(documents, queries):
                count = Counter()
                for document in documents:
                    count.update(set(document))
                return [count[q] for q in queries]
            """,
        ),
        right(
            "postings",
            "a set of documents a word",
            """
            def ask(documents, queries):
                where = {}
                for i, document in enumerate(documents):
                    for word in document:
                        where.setdefault(word, set()).add(i)
                return [len(where.get(q, ())) for q in queries]
            """,
        ),
        right(
            "objects",
            "an object a word, its last document remembered, words matched by a regular expression",
            """
            import re
            class Term:
                def __init__(self):
                    self.documents, self.last = 0, None
                def seen_in(self, number):
                    if self.last != number:
                        self.documents, self.last = self.documents + 1, number
            def ask(documents, queries):
                terms = {}
                for number, document in enumerate(documents):
                    for match in re.finditer(r"[a-z]+[0-9]+", " ".join(document)):
                        term = terms.get(match.group())
                        if term is None:
                            term = terms[match.group()] = Term()
                        term.seen_in(number)
                return [terms[q].documents if q in terms else 0 for q in queries]
            """,
            Kind.SLOW,
        ),
        worse(
            "scan",
            "all documents are searched for each query; n/4 queries in one family",
            """
            def ask(documents, queries):
                sets = [set(document) for document in documents]
                return [sum(q in words for words in sets) for q in queries]
            """,
            Kind.DIMENSION,
            blame="sum(q in words for words in sets)",
        ),
        worse(
            "posting_lists",
            "a list of documents a word, searched before it is added to: long where words are few",
            """
            def ask(documents, queries):
                where = {}
                for i, document in enumerate(documents):
                    for word in document:
                        found = where.setdefault(word, [])
                        if i not in found:
                            found.append(i)
                return [len(where.get(q, ())) for q in queries]
            """,
            Kind.FAMILY,
            blame="if i not in found",
        ),
        worse(
            "vocabulary_list",
            "the place of a word in the vocabulary is looked for in a list",
            """
            from bisect import bisect_left
            def ask(documents, queries):
                vocabulary = sorted({word for document in documents for word in document})
                count = [0] * len(vocabulary)
                for document in documents:
                    for word in set(document):
                        count[bisect_left(vocabulary, word)] += 1
                return [count[vocabulary.index(q)] if q in vocabulary else 0 for q in queries]
            """,
            Kind.DIMENSION,
            blame="if q in vocabulary",
        ),
    ),
)


TASKS = (TRIGRAMS, INDEX)
