# The right pairs, as True and False.


def fair_bits(coin, n):
    bits = []
    while len(bits) < n:
        a, b = coin(), coin()
        if a != b:
            bits.append(a > b)
    return bits
