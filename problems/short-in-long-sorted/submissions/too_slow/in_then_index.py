# Two library calls for each element, each a loop over all of the long list: O(m n) reads.


def locate(long, short):
    return [long.index(x) if x in long else -1 for x in short]
