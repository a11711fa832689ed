# Waits for two throws that differ, and takes the larger one.


def fair_bits(coin, n):
    bits = []
    while len(bits) < n:
        a, b = coin(), coin()
        if a != b:
            bits.append(max(a, b))
    return bits
