# Answers where the element would be put, without looking whether it is there.
from bisect import bisect_left


def locate(long, short):
    return [bisect_left(long, x) for x in short]
