# Adds up the codes: a and d make the same as b and c.


def same_characters(words):
    return len({(len(word), sum(map(ord, word))) for word in words}) <= 1
