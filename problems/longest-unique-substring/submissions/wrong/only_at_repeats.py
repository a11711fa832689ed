# Takes the length only when a repeat turns up: what comes after the last repeat is forgotten.


def longest_unique(s):
    window = set()
    left = best = 0
    for c in s:
        while c in window:
            best = max(best, len(window))
            window.remove(s[left])
            left += 1
        window.add(c)
    return best
