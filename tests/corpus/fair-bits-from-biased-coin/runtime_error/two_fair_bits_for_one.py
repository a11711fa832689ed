# joins two von Neumann bits to one "to be sure", which takes twice the throws and runs out of them
from collections.abc import Callable


def fair_bit(coin: Callable[[], int]) -> int:
    while True:
        a = coin()
        b = coin()
        if a != b:
            return a


def fair_bits(coin: Callable[[], int], n: int) -> list[int]:
    return [fair_bit(coin) ^ fair_bit(coin) for _ in range(n)]
