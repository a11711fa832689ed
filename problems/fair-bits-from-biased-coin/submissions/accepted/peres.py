# Takes 64 throws at a time and feeds what the pairs leave over into the same trick again (Peres): fewer throws for a bit.
BLOCK = 64


def extract(throws):
    if len(throws) < 2:
        return []
    firsts, seconds = throws[0::2], throws[1::2]
    pairs = list(zip(firsts, seconds))
    bits = [a for a, b in pairs if a != b]
    return bits + extract([a ^ b for a, b in pairs]) + extract([a for a, b in pairs if a == b])


def fair_bits(coin, n):
    bits = []
    while len(bits) < n:
        bits += extract([coin() for _ in range(BLOCK)])
    return bits[:n]
