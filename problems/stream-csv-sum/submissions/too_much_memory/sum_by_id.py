# Groups by ID first and adds up the groups: a dictionary as large as the set of IDs.
from collections import defaultdict


def aggregate(stream):
    next(stream, None)
    by_id = defaultdict(int)
    for line in stream:
        name, _, quantity = line.strip().partition(",")
        if quantity:
            by_id[name] += int(quantity)
    return sum(by_id.values())
