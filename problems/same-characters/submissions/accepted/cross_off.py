# Crosses each word's characters off a copy of the first word's counts, and stops at the first that is not left: O(n).


def same_characters(words):
    counts = {}
    for c in words[0] if words else "":
        counts[c] = counts.get(c, 0) + 1
    for word in words[1:]:
        left = dict(counts)
        for c in word:
            if left.get(c, 0) == 0:
                return False
            left[c] -= 1
        if len(word) != len(words[0]):
            return False
    return True
