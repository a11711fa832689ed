# Binary search on the length, which is fair, but every window of that length is turned into a set: O(n w log n).


def has_window(s, length):
    return any(len(set(s[i : i + length])) == length for i in range(len(s) - length + 1))


def longest_unique(s):
    low, high = 0, len(s)
    while low < high:
        middle = (low + high + 1) // 2
        if has_window(s, middle):
            low = middle
        else:
            high = middle - 1
    return low
