# Mixes each throw with one of the operating system's: fair, and another list in every run.
from secrets import randbits


def fair_bits(coin, n):
    return [coin() ^ randbits(1) for _ in range(n)]
