# The area under the filled outline minus the bars; generators and C-level sums, O(1) space: accepted.


def outline(heights, way):
    highest = 0
    for i in way:
        if heights[i] > highest:
            highest = heights[i]
        yield highest


def trapped(heights):
    n = len(heights)
    highest = max(heights, default=0)
    from_left = sum(outline(heights, range(n)))
    from_right = sum(outline(heights, range(n - 1, -1, -1)))
    # At each bar the higher of both outlines is the highest bar of all, so the lower one is what is left of the sum.
    return from_left + from_right - highest * n - sum(heights)
