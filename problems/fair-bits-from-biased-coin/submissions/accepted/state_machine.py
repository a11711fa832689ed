# The same pairs, thrown one at a time through an object that remembers where it is: some times slower, the same growth.


class Extractor:
    def __init__(self, wanted):
        self.wanted = wanted
        self.state = "empty"
        self.bits = []

    def done(self):
        return len(self.bits) >= self.wanted

    def throw(self, shown):
        if self.state == "empty":
            self.state = "heads" if shown else "tails"
            return
        before, self.state = self.state, "empty"
        if (before, shown) == ("heads", 0):
            self.bits.append(1)
        elif (before, shown) == ("tails", 1):
            self.bits.append(0)


def fair_bits(coin, n):
    extractor = Extractor(n)
    while not extractor.done():
        extractor.throw(coin())
    return extractor.bits
