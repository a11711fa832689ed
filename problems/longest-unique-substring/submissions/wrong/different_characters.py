# Counts the different characters of the whole string: they need not be neighbours.


def longest_unique(s):
    return len(set(s))
