# Groups by ID first and adds up the groups: a dictionary as large as the set of IDs.
from collections import defaultdict


def aggregate(stream):
    next(stream, None)
    by_id = defaultdict(list)
    for line in stream:
        name, _, quantity = line.strip().partition(",")
        if quantity:
            by_id[name].append(int(quantity))
    return sum(sum(quantities) for quantities in by_id.values())
