# In each row of units counts the gaps between its first and last bar: O(n * height), quadratic if heights grow with n.


def trapped(heights):
    water = 0
    left, right = 0, len(heights) - 1
    level = 1
    while left <= right:
        while left <= right and heights[left] < level:
            left += 1
        while left <= right and heights[right] < level:
            right -= 1
        water += sum(1 for i in range(left, right + 1) if heights[i] < level)
        level += 1
    return water
