# keeps the first throw of an equal pair and throws only the second again
from collections.abc import Callable


def fair_bits(coin: Callable[[], int], n: int) -> list[int]:
    bits = []
    for _ in range(n):
        first = coin()
        second = coin()
        while second == first:
            second = coin()
        bits.append(first)
    return bits
