# A count for each letter from a to z, as in C: IndexError for any other character.


def same_characters(words):
    kinds = set()
    for word in words:
        counts = [0] * 26
        for c in word:
            counts[ord(c) - ord("a")] += 1
        kinds.add(tuple(counts))
    return len(kinds) <= 1
