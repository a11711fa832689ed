# Sorts the characters of each word: O(n log n), in C, and accepted.


def same_characters(words):
    return len({"".join(sorted(word)) for word in words}) <= 1
