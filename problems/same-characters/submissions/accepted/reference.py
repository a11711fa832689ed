# landau: reference
# Counts the characters of the first word, and of each other one, and compares the counts: O(n).


def counts_of(word: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for c in word:
        counts[c] = counts.get(c, 0) + 1
    return counts


def same_characters(words: list[str]) -> bool:
    if not words:
        return True
    first = counts_of(words[0])
    return all(len(word) == len(words[0]) and counts_of(word) == first for word in words)
