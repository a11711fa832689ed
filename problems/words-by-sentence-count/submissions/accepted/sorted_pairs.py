# Another right algorithm: all pairs of word and sentence, sorted, then runs counted. O(n log n), which growth cannot and
# need not tell from O(n).
import re
from itertools import groupby


def words_by_count(sentences):
    pairs = []
    for number, sentence in enumerate(sentences):
        pairs += [(word, number) for word in re.findall("[a-z0-9]+", sentence.lower())]
    pairs.sort()
    groups = {}
    for word, run in groupby(pairs, key=lambda pair: pair[0]):
        count = sum(1 for _ in groupby(run, key=lambda pair: pair[1]))
        groups.setdefault(count, []).append(word)
    return groups
