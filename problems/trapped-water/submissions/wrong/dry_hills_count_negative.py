# Takes the highest bar on each side without the bar itself and does not stop at 0: dry hills are subtracted.


def trapped(heights):
    n = len(heights)
    right = [0] * (n + 1)
    for i in range(n - 1, -1, -1):
        right[i] = max(right[i + 1], heights[i])
    water = left = 0
    for i in range(1, n - 1):
        left = max(left, heights[i - 1])
        water += min(left, right[i + 1]) - heights[i]
    return water
