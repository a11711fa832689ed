# Water is counted when a bar closes the basin from the right; what the last, lower bars hold is lost.
def trapped(heights: list[int]) -> int:
    water = pending = level = 0
    for h in heights:
        if h >= level:
            water += pending
            pending = 0
            level = h
        else:
            pending += level - h
    return water
