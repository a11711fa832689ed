# Takes the throws as they come.


def fair_bits(coin, n):
    return [coin() for _ in range(n)]
