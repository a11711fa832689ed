# Looks at the place to insert without asking whether it lies behind the last element: IndexError.
from bisect import bisect_left


def locate(long, short):
    places = [bisect_left(long, x) for x in short]
    return [at if long[at] == x else -1 for at, x in zip(places, short)]
