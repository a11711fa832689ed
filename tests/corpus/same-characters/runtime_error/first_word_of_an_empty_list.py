# takes the first word of an empty list
from collections import Counter


def same_characters(words: list[str]) -> bool:
    wanted = Counter(words[0])
    return all(len(word) == len(words[0]) and Counter(word) == wanted for word in words[1:])
