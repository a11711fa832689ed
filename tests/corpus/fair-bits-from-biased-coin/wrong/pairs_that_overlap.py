# neighbouring throws that differ, but pairs overlap, so the bits alternate
from collections.abc import Callable


def fair_bits(coin: Callable[[], int], n: int) -> list[int]:
    bits = []
    if n == 0:
        return bits
    last = coin()
    while len(bits) < n:
        new = coin()
        if new != last:
            bits.append(last)
        last = new
    return bits
