# Throws ten thousand times to find out what the coin is like; for a short list that is far over the budget.


def fair_bits(coin, n):
    heads = sum(coin() for _ in range(10_000))
    assert 0 < heads < 10_000
    bits = []
    while len(bits) < n:
        a, b = coin(), coin()
        if a != b:
            bits.append(a)
    return bits
