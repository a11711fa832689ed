# `bits = bits + [bit]` copies all bits for each new one: O(n^2), in C.


def fair_bits(coin, n):
    bits = []
    while len(bits) < n:
        first = coin()
        if first != coin():
            bits = bits + [first]
    return bits
