# Compares the sorted words character by character, as far as the shorter one goes.


def same_characters(words):
    return all(a == b for word in words for a, b in zip(sorted(words[0]), sorted(word)))
