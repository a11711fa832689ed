# Makes bits by the byte and forgets to cut: up to seven too many.


def fair_bits(coin, n):
    bits = []
    while len(bits) < n:
        byte = []
        while len(byte) < 8:
            a, b = coin(), coin()
            if a != b:
                byte.append(a)
        bits += byte
    return bits
