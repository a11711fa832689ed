# A window that counts its characters, kept by methods and small objects: some ten times slower, still O(n): accepted.


class Tally:
    """How often each character is in the window, and how many of them more than once."""

    def __init__(self):
        self.counts = {}
        self.repeated = set()

    def count(self, c):
        return self.counts.get(c, 0)

    def set_count(self, c, count):
        if count == 0:
            del self.counts[c]
        else:
            self.counts[c] = count
        if count > 1:
            self.repeated.add(c)
        else:
            self.repeated.discard(c)

    def take_in(self, c):
        self.set_count(c, self.count(c) + 1)

    def let_go(self, c):
        self.set_count(c, self.count(c) - 1)

    @property
    def is_free_of_repeats(self):
        return len(self.repeated) == 0


class Window:
    def __init__(self, text):
        self.text = text
        self.left = 0
        self.right = 0
        self.tally = Tally()

    @property
    def length(self):
        return self.right - self.left

    @property
    def is_at_end(self):
        return self.right >= len(self.text)

    def grow(self):
        self.tally.take_in(self.text[self.right])
        self.right = self.right + 1

    def shrink(self):
        self.tally.let_go(self.text[self.left])
        self.left = self.left + 1

    def settle(self):
        while not self.tally.is_free_of_repeats:
            self.shrink()


def lengths(text):
    window = Window(text)
    while not window.is_at_end:
        window.grow()
        window.settle()
        yield window.length


def longest_unique(s):
    return max(lengths(s), default=0)
