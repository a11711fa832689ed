# Splits at blanks and strips marks from the ends: what is separated by a mark alone stays together.
from collections import Counter
from string import punctuation


def words_by_count(sentences):
    counts = Counter()
    for sentence in sentences:
        words = {word.strip(punctuation) for word in sentence.lower().split()}
        counts.update(words - {""})
    groups = {}
    for word, count in counts.items():
        groups.setdefault(count, []).append(word)
    return groups
