# Two ends and one water level that is the lower end's: move that end inwards and raise the level if it is higher.
def trapped(heights: list[int]) -> int:
    i, j = 0, len(heights) - 1
    level = water = 0
    while i < j:
        if heights[i] < heights[j]:
            low = heights[i]
            i += 1
        else:
            low = heights[j]
            j -= 1
        if low > level:
            level = low
        water += level - low
    return water
