# Keeps the bits that are left over in a list for the next call, which has asked for fewer: they are answered twice.
left = []


def fair_bits(coin, n):
    while len(left) < n:
        a, b = coin(), coin()
        if a != b:
            left.append(a)
    return left[:n]
