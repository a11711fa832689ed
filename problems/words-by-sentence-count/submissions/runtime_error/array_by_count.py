# Makes one list for each count up to the largest; without any word there is no largest: max() of nothing raises.
import re
from collections import Counter


def words_by_count(sentences):
    counts = Counter()
    for sentence in sentences:
        counts.update(set(re.findall("[a-z0-9]+", sentence.lower())))
    lists = [[] for _ in range(max(counts.values()) + 1)]
    for word, count in counts.items():
        lists[count].append(word)
    return {count: words for count, words in enumerate(lists) if words}
