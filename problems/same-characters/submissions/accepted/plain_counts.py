# Counts in objects of its own, character by character, in plain Python: many times slower, the same growth: accepted.


class Bag:
    def __init__(self):
        self.items = {}
        self.size = 0

    def add(self, item):
        if item not in self.items:
            self.items[item] = 0
        self.items[item] = self.items[item] + 1
        self.size = self.size + 1

    def often(self, item):
        if item in self.items:
            return self.items[item]
        return 0

    def holds_all_of(self, other):
        for item in other.items:
            if self.often(item) < other.often(item):
                return False
        return True

    def equals(self, other):
        return self.size == other.size and self.holds_all_of(other) and other.holds_all_of(self)


def bag_of(word):
    bag = Bag()
    for i in range(len(word)):
        bag.add(word[i])
    return bag


def same_characters(words):
    before = None
    for word in words:
        bag = bag_of(word)
        if before is not None and not before.equals(bag):
            return False
        before = bag
    return True
