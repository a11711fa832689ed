# Fills between neighbouring peaks only and misses that a low peak can lie under water itself.


def trapped(heights):
    n = len(heights)
    peaks = [
        i for i in range(n) if (i == 0 or heights[i - 1] <= heights[i]) and (i == n - 1 or heights[i + 1] <= heights[i])
    ]
    water = 0
    for a, b in zip(peaks, peaks[1:], strict=False):
        level = min(heights[a], heights[b])
        water += sum(max(0, level - heights[i]) for i in range(a + 1, b))
    return water
