# A set of the window; the left end walks, but each character leaves only once: O(n) amortised: accepted.


def longest_unique(s):
    window = set()
    left = best = 0
    for c in s:
        while c in window:
            window.remove(s[left])
            left += 1
        window.add(c)
        best = max(best, len(window))
    return best
