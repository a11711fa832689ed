# Splits at blanks and strips punctuation at the ends: hyphens and apostrophes inside stay.
import string
from collections import Counter, defaultdict


def words_by_count(sentences: list[str]) -> dict[int, list[str]]:
    counts = Counter()
    for sentence in sentences:
        words = {w.strip(string.punctuation) for w in sentence.lower().split()}
        words.discard("")
        counts.update(words)
    groups = defaultdict(list)
    for word, k in counts.items():
        groups[k].append(word)
    return groups
