# Counts heads in groups of four and cuts at the mean of all groups so far.


def fair_bits(coin, n):
    bits, heads = [], 0
    for group in range(1, n + 1):
        shown = coin() + coin() + coin() + coin()
        heads += shown
        bits.append(int(shown * group > heads))
    return bits
