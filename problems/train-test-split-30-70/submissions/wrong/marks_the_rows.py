# Writes into each row whether it is tested, and takes the mark out of the copies only.
from random import Random


def split(rows, seed):
    n = len(rows)
    for at in Random(seed).sample(range(n), (3 * n + 5) // 10):
        rows[at] = {**rows[at], "test": 1}
    train = [row for row in rows if not row.get("test")]
    test = [{key: row[key] for key in row if key != "test"} for row in rows if row.get("test")]
    return train, test
