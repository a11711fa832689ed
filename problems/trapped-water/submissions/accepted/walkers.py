# Two pointers as two objects with methods and properties: about ten times slower, the same growth: accepted.


class Walker:
    def __init__(self, heights, at, step):
        self.heights = heights
        self.at = at
        self.step = step
        self.highest = 0

    @property
    def height(self):
        return self.heights[self.at]

    @property
    def depth(self):
        return max(0, self.highest - self.height)

    def look(self):
        self.highest = max(self.highest, self.height)

    def advance(self):
        self.at += self.step


class Plot:
    def __init__(self, heights):
        self.west = Walker(heights, 0, +1)
        self.east = Walker(heights, len(heights) - 1, -1)

    def walkers_have_met(self):
        return self.west.at > self.east.at

    def lower(self):
        return min(self.west, self.east, key=lambda walker: walker.highest)

    def water(self):
        total = 0
        while not self.walkers_have_met():
            walker = self.lower()
            walker.look()
            total += walker.depth
            walker.advance()
        return total


def trapped(heights):
    return Plot(heights).water()
