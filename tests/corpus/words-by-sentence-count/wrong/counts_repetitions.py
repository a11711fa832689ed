# Counts every occurrence, also a second one in the same sentence.
import re
from collections import Counter, defaultdict


def words_by_count(sentences: list[str]) -> dict[int, list[str]]:
    counts = Counter()
    for sentence in sentences:
        counts.update(re.findall(r"[a-z0-9]+", sentence.lower()))
    groups = defaultdict(list)
    for word, k in counts.items():
        groups[k].append(word)
    return groups
