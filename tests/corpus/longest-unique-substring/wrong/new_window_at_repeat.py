# At a repeat the whole window is thrown away and begins anew.
def longest_unique(s: str) -> int:
    seen = set()
    best = 0
    for c in s:
        if c in seen:
            seen = set()
        seen.add(c)
        best = max(best, len(seen))
    return best
