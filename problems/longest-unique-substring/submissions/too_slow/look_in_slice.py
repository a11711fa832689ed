# Keeps the window as a string and looks for the new character in it: O(w) a step, hidden in C.


def longest_unique(s):
    window = ""
    best = 0
    for c in s:
        at = window.find(c)
        window = window[at + 1 :] + c
        best = max(best, len(window))
    return best
