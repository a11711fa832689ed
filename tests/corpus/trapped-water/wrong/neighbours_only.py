# Bounds each bar by its two neighbours and not by the highest bars on both sides.
def trapped(heights: list[int]) -> int:
    water = 0
    for i in range(1, len(heights) - 1):
        bound = min(heights[i - 1], heights[i + 1])
        if bound > heights[i]:
            water += bound - heights[i]
    return water
