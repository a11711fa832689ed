# lengths first, then the counts of each word against those of the first
from collections import Counter


def same_characters(words: list[str]) -> bool:
    if len(words) < 2:
        return True
    length = len(words[0])
    if any(len(word) != length for word in words):
        return False
    wanted = dict(Counter(words[0]))
    return all(dict(Counter(word)) == wanted for word in words)
