# The parity of four throws: nearer to fair than one throw, and not fair.


def fair_bits(coin, n):
    return [coin() ^ coin() ^ coin() ^ coin() for _ in range(n)]
