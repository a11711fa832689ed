# Makes a set of the sentences first: two with the same text count as one.
import re
from collections import Counter


def words_by_count(sentences):
    counts = Counter()
    for sentence in set(sentences):
        counts.update(set(re.findall("[a-z0-9]+", sentence.lower())))
    groups = {}
    for word, count in counts.items():
        groups.setdefault(count, []).append(word)
    return groups
