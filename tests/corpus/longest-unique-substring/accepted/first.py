# Sliding window: remember the last position of each character and never move the start back.
def longest_unique(s: str) -> int:
    last = {}
    start = 0
    best = 0
    for i, c in enumerate(s):
        j = last.get(c, -1)
        if j >= start:
            start = j + 1
        last[c] = i
        if i - start + 1 > best:
            best = i - start + 1
    return best
