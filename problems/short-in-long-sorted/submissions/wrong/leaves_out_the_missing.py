# Answers with the places of those that were found: the missing ones leave no trace.
from bisect import bisect_left


def locate(long, short):
    places = [(bisect_left(long, x), x) for x in short]
    return [at for at, x in places if at < len(long) and long[at] == x]
