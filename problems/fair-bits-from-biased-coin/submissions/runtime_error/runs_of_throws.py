# Compares the lengths of two runs of heads, and throws on until both have ended: fair, and dear where heads are the rule.


def fair_bits(coin, n):
    def run():
        length = 0
        while coin():
            length += 1
        return length

    bits = []
    while len(bits) < n:
        a, b = run(), run()
        if a != b:
            bits.append(int(a < b))
    return bits
