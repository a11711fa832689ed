# For each bar look for the highest to its left and to its right.
def trapped(heights: list[int]) -> int:
    n = len(heights)
    water = 0
    for i in range(n):
        left = right = heights[i]
        for j in range(i):
            if heights[j] > left:
                left = heights[j]
        for j in range(i + 1, n):
            if heights[j] > right:
                right = heights[j]
        water += min(left, right) - heights[i]
    return water
