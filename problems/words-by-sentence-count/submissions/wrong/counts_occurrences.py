# Counts how often a word occurs, not in how many sentences.
import re
from collections import Counter


def words_by_count(sentences):
    counts = Counter()
    for sentence in sentences:
        counts.update(re.findall("[a-z0-9]+", sentence.lower()))
    groups = {}
    for word, count in counts.items():
        groups.setdefault(count, []).append(word)
    return groups
