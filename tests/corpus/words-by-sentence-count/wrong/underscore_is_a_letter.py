# Takes \w+ for a word, and \w has the underscore.
import re
from collections import Counter, defaultdict


def words_by_count(sentences: list[str]) -> dict[int, list[str]]:
    counts = Counter(w for s in sentences for w in set(re.findall(r"\w+", s.lower())))
    groups = defaultdict(list)
    for word, k in counts.items():
        groups[k].append(word)
    return groups
