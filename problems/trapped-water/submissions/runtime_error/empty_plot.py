# Starts from the first and the last bar without asking whether there is one: an IndexError on the empty plot.


def trapped(heights):
    left, right = 0, len(heights) - 1
    top_left, top_right = heights[left], heights[right]
    water = 0
    while left < right:
        if top_left <= top_right:
            left += 1
            top_left = max(top_left, heights[left])
            water += top_left - heights[left]
        else:
            right -= 1
            top_right = max(top_right, heights[right])
            water += top_right - heights[right]
    return water
