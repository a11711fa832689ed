# \w matches the underscore as well, which only separates.
import re
from collections import Counter


def words_by_count(sentences):
    counts = Counter()
    for sentence in sentences:
        counts.update(set(re.findall(r"\w+", sentence.lower())))
    groups = {}
    for word, count in counts.items():
        groups.setdefault(count, []).append(word)
    return groups
