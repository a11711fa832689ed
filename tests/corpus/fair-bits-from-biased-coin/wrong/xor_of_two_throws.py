# the exclusive or of two throws, which is nearer to fair but not fair
from collections.abc import Callable


def fair_bits(coin: Callable[[], int], n: int) -> list[int]:
    return [coin() ^ coin() for _ in range(n)]
