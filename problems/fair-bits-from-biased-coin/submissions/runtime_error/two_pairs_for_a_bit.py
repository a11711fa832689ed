# Wants two unequal pairs for a bit, to be sure: fair, and twice what the budget is made for.


def fair_bits(coin, n):
    def pair():
        while True:
            a, b = coin(), coin()
            if a != b:
                return a

    return [pair() ^ pair() for _ in range(n)]
