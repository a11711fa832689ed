# Asks for exactly one kind of word: a list without words has none.


def same_characters(words):
    return len({tuple(sorted(word)) for word in words}) == 1
