# Guesses the position from the values: few reads on evenly spread ones, but one huge last value makes it creep: O(n).


def find(xs, target, is_sorted):
    if not is_sorted:
        return next((i for i, x in enumerate(xs) if x == target), -1)
    low, high = 0, len(xs) - 1
    while low <= high:
        first, last = xs[low], xs[high]
        if not first <= target <= last:
            return -1
        if first == last:
            return low
        guess = low + (target - first) * (high - low) // (last - first)
        value = xs[guess]
        if value == target:
            return guess
        if value < target:
            low = guess + 1
        else:
            high = guess - 1
    return -1
