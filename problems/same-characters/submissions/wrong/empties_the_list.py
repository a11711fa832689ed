# Takes the words out of the list, one by one: the answer is right, and the caller's list is empty.


def same_characters(words):
    if not words:
        return True
    first = sorted(words.pop())
    same = True
    while words:
        same = sorted(words.pop()) == first and same
    return same
