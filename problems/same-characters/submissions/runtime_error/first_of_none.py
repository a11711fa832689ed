# Takes the first word of a list that may have none: IndexError.
from collections import Counter


def same_characters(words):
    first = Counter(words[0])
    return all(Counter(word) == first for word in words[1:])
