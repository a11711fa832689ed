# landau: reference
# Two pointers; the side whose passed bars are lower knows its water level and moves: O(n) time, O(1) space.


def trapped(heights: list[int]) -> int:
    left, right = 0, len(heights) - 1
    top_left = top_right = 0
    water = 0
    while left <= right:
        if top_left <= top_right:
            height = heights[left]
            left += 1
            if height > top_left:
                top_left = height
            else:
                water += top_left - height
        else:
            height = heights[right]
            right -= 1
            if height > top_right:
                top_right = height
            else:
                water += top_right - height
    return water
