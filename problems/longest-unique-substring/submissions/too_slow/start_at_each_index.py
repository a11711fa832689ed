# Extends a window from every index until the first repeat: O(n w), linear on a-z but quadratic on a large alphabet.


def longest_unique(s):
    best = 0
    for i in range(len(s)):
        seen = set()
        for j in range(i, len(s)):
            if s[j] in seen:
                break
            seen.add(s[j])
        best = max(best, len(seen))
    return best
