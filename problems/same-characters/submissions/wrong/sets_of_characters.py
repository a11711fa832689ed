# Compares the sets: how often a character comes is lost.


def same_characters(words):
    return all(set(word) == set(words[0]) for word in words)
