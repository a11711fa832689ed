# Walk through the characters, collect runs of letters and digits by hand.
from collections import defaultdict

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


def words_of(sentence):
    words = set()
    run = []
    for c in sentence.lower():
        if c in LETTERS:
            run.append(c)
        elif run:
            words.add("".join(run))
            run.clear()
    if run:
        words.add("".join(run))
    return words


def words_by_count(sentences: list[str]) -> dict[int, list[str]]:
    count = defaultdict(int)
    for sentence in sentences:
        for word in words_of(sentence):
            count[word] += 1
    groups = defaultdict(list)
    for word in count:
        groups[count[word]].append(word)
    return groups
