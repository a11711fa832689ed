# Puts each bit in front, which moves all others: O(n^2), in C.


def fair_bits(coin, n):
    bits = []
    while len(bits) < n:
        first = coin()
        if first != coin():
            bits.insert(0, first)
    return bits
