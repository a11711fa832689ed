# Throws four times and uses the first unequal pair of the two, if any: fair, and the second pair is wasted.


def fair_bits(coin, n):
    bits = []
    while len(bits) < n:
        a, b, c, d = coin(), coin(), coin(), coin()
        if a != b:
            bits.append(a)
        elif c != d:
            bits.append(c)
    return bits
