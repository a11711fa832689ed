# One endless iterator of throws, zipped with itself into pairs, filtered and cut by itertools: hardly any Python of its own.
from itertools import islice


def fair_bits(coin, n):
    throws = iter(coin, None)
    return list(islice((a for a, b in zip(throws, throws) if a != b), n))
