# At a repeat throws the window away and starts over behind the earlier occurrence: quadratic on a string of period n/2.


def longest_unique(s):
    best = 0
    i = 0
    seen = {}
    while i < len(s):
        if s[i] in seen:
            i = seen[s[i]] + 1
            seen = {}
        else:
            seen[s[i]] = i
            best = max(best, len(seen))
            i += 1
    return best
