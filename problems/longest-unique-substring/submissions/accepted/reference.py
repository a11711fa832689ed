# landau: reference
# A window whose start jumps past the last occurrence of each new character: O(n) for any alphabet.


def longest_unique(s: str) -> int:
    last_seen: dict[str, int] = {}
    start = longest = 0
    for i, c in enumerate(s):
        before = last_seen.get(c, -1)
        if before >= start:
            start = before + 1
        last_seen[c] = i
        if i - start >= longest:
            longest = i - start + 1
    return longest
