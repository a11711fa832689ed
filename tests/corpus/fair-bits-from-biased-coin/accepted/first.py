# Von Neumann: throw pairs, drop equal ones, the first of an unequal pair is the bit
from collections.abc import Callable


def fair_bits(coin: Callable[[], int], n: int) -> list[int]:
    bits = []
    while len(bits) < n:
        first = coin()
        second = coin()
        if first != second:
            bits.append(first)
    return bits
