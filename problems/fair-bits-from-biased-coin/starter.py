from collections.abc import Callable


def fair_bits(coin: Callable[[], int], n: int) -> list[int]:
    """n fair and independent bits, made only of what coin() shows: 1 with an unknown probability, else 0."""
    raise NotImplementedError
