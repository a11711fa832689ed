# Turns every second throw round: half of the bits are ones, and they alternate.


def fair_bits(coin, n):
    return [coin() ^ (at & 1) for at in range(n)]
