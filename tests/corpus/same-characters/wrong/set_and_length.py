# the same set and the same length
def same_characters(words: list[str]) -> bool:
    return len({(len(word), frozenset(word)) for word in words}) <= 1
