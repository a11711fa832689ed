# Compares each throw with the one before: half of the bits are ones, and each is the opposite of the last.


def fair_bits(coin, n):
    bits = []
    last = coin() if n else 0
    while len(bits) < n:
        shown = coin()
        if shown != last:
            bits.append(last)
        last = shown
    return bits
