# Counts well, then copies the whole group to add a word to it; most words are in the same group: O(n^2), in C.
import re
from collections import Counter


def words_by_count(sentences):
    counts = Counter()
    for sentence in sentences:
        counts.update(set(re.findall("[a-z0-9]+", sentence.lower())))
    groups = {}
    for word, count in counts.items():
        groups[count] = groups.get(count, []) + [word]
    return groups
