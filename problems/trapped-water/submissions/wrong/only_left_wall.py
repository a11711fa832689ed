# Fills up to the highest bar on the left and never asks what is on the right: water runs off.


def trapped(heights):
    highest = water = 0
    for height in heights:
        highest = max(highest, height)
        water += highest - height
    return water
