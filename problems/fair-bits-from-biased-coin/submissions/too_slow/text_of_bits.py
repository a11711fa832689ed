# Asks a text how many bits it has by counting both digits, after each pair: O(n) a pair.


def fair_bits(coin, n):
    bits = ""
    while bits.count("0") + bits.count("1") < n:
        first = coin()
        if first != coin():
            bits += str(first)
    return [int(bit) for bit in bits]
