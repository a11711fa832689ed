# Keeps both throws of an unequal pair: as many ones as zeros, and every second bit is known.


def fair_bits(coin, n):
    bits = []
    while len(bits) < n:
        pair = [coin(), coin()]
        if pair[0] != pair[1]:
            bits += pair
    return bits[:n]
