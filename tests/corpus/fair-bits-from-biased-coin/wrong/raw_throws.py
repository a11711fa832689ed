# the throws themselves as bits
from collections.abc import Callable


def fair_bits(coin: Callable[[], int], n: int) -> list[int]:
    return [coin() for _ in range(n)]
