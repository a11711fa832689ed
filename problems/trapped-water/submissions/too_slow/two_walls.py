# From each wall walks to the next one at least as high, else to the highest left, found by a new max each time: O(n^2).


def trapped(heights):
    water = 0
    i = 0
    while i < len(heights) - 1:
        wall = heights[i]
        j = i + 1
        while j < len(heights) and heights[j] < wall:
            j += 1
        if j == len(heights):
            wall = max(heights[i + 1 :])
            j = heights.index(wall, i + 1)
        water += sum(max(0, wall - heights[x]) for x in range(i + 1, j))
        i = j
    return water
