# counts of the first word, taken down by each other word
def same_characters(words: list[str]) -> bool:
    if not words:
        return True
    counts = {}
    for c in words[0]:
        counts[c] = counts.get(c, 0) + 1
    for word in words[1:]:
        if len(word) != len(words[0]):
            return False
        left = dict(counts)
        for c in word:
            if left.get(c, 0) == 0:
                return False
            left[c] -= 1
    return True
