# Looks for the highest bar on both sides of every bar: right, but O(n^2).


def trapped(heights):
    return sum(min(max(heights[: i + 1]), max(heights[i:])) - h for i, h in enumerate(heights))
