# An unequal pair gives its first throw, two tails give a 0: cheaper, and too many zeros.


def fair_bits(coin, n):
    bits = []
    while len(bits) < n:
        a, b = coin(), coin()
        if a == b == 1:
            continue
        bits.append(a)
    return bits
