# Sweeps to a highest bar from both ends, each with a running maximum: a different O(n), O(1) argument: accepted.


def trapped(heights):
    if not heights:
        return 0
    peak = heights.index(max(heights))
    water = 0
    for way in (range(peak), range(len(heights) - 1, peak, -1)):
        level = 0
        for i in way:
            level = max(level, heights[i])
            water += level - heights[i]
    return water
