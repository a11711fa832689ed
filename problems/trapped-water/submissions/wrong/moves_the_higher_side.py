# Two pointers, but the side with the higher wall moves: its water level is not known yet.


def trapped(heights):
    left, right = 0, len(heights) - 1
    top_left = top_right = 0
    water = 0
    while left <= right:
        if top_left > top_right:
            top_left = max(top_left, heights[left])
            water += top_left - heights[left]
            left += 1
        else:
            top_right = max(top_right, heights[right])
            water += top_right - heights[right]
            right -= 1
    return water
