# Compares the first two words only, as if the list were always a pair.
from collections import Counter


def same_characters(words):
    return len(words) < 2 or Counter(words[0]) == Counter(words[1])
