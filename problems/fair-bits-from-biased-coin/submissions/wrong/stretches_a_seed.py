# Starts a generator from a hundred throws: no test of the bits alone can tell, but the chance in them is that of the throws.
from random import Random


def fair_bits(coin, n):
    seed = "".join(str(coin()) for _ in range(100)) if n else ""
    generator = Random(seed)
    return [generator.getrandbits(1) for _ in range(n)]
