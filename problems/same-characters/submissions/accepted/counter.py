# Counts in C, but compares the counts in Python, as Counter does: accepted.
from collections import Counter


def same_characters(words):
    if not words:
        return True
    first = Counter(words[0])
    return all(Counter(word) == first for word in words)
