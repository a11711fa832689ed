# landau: reference
# Two throws that differ, in either order, are equally likely whatever the coin is: the first of them is the bit.


def fair_bits(coin, n):
    bits = []
    while len(bits) < n:
        first = coin()
        if first != coin():
            bits.append(first)
    return bits
