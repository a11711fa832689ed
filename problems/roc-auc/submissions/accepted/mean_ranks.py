# The rank sum of the positives, ties having their mean rank, by groupby: somewhat slower: accepted.
from itertools import groupby


def auc(y, s):
    positives = y.count(1)
    negatives = y.count(0)
    if positives == 0 or negatives == 0:
        return float("nan")
    order = sorted(range(len(s)), key=s.__getitem__)
    twice_rank_sum = 0
    before = 0
    for _, tie in groupby(order, key=s.__getitem__):
        members = list(tie)
        twice_rank_sum += sum(y[i] for i in members) * (2 * before + len(members) + 1)
        before += len(members)
    return (twice_rank_sum - positives * (positives + 1)) / (2 * positives * negatives)
