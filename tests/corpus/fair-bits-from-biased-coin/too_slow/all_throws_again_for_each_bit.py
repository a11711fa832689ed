# right pairs, but all throws so far are gone through again after each new pair
from collections.abc import Callable


def fair_bits(coin: Callable[[], int], n: int) -> list[int]:
    throws = []
    bits = []
    while len(bits) < n:
        throws.append(coin())
        throws.append(coin())
        bits = [throws[i] for i in range(0, len(throws), 2) if throws[i] != throws[i + 1]]
    return bits
