# The window as a deque beside a set: pop from the left up to the equal character.
from collections import deque


def longest_unique(s: str) -> int:
    window = deque()
    inside = set()
    best = 0
    for c in s:
        if c in inside:
            while True:
                gone = window.popleft()
                inside.discard(gone)
                if gone == c:
                    break
        window.append(c)
        inside.add(c)
        if len(window) > best:
            best = len(window)
    return best
