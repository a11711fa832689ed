# Takes The and the for two words.
import re
from collections import Counter


def words_by_count(sentences):
    counts = Counter()
    for sentence in sentences:
        counts.update(set(re.findall("[A-Za-z0-9]+", sentence)))
    groups = {}
    for word, count in counts.items():
        groups.setdefault(count, []).append(word)
    return groups
