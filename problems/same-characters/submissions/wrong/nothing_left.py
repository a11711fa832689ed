# Subtracts the counts of each word from the first one's: a Counter drops what falls below 0, so a longer word passes.
from collections import Counter


def same_characters(words):
    return all(not Counter(words[0]) - Counter(word) for word in words)
