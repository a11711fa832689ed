# A stack of descending bars, pools filled layer by layer: O(n) time, but downhill the stack holds every bar.


def trapped(heights):
    water = 0
    stack = []
    for i, height in enumerate(heights):
        while stack and heights[stack[-1]] < height:
            floor = heights[stack.pop()]
            if stack:
                rim = stack[-1]
                water += (min(heights[rim], height) - floor) * (i - rim - 1)
        stack.append(i)
    return water
