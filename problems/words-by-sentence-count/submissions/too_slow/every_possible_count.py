# Turns the counts round by trying each number up to the number of sentences: sentences x vocabulary.
import re
from collections import Counter


def words_by_count(sentences):
    counts = Counter()
    for sentence in sentences:
        counts.update(set(re.findall("[a-z0-9]+", sentence.lower())))
    groups = {}
    for number in range(1, len(sentences) + 1):
        words = [word for word, count in counts.items() if count == number]
        if words:
            groups[number] = words
    return groups
