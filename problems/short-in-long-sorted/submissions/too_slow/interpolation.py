# Guesses each position from the values at both ends: one huge last value makes it creep from the left: O(n) reads.


def locate(long, short):
    answer = []
    for x in short:
        low, high, found = 0, len(long) - 1, -1
        while low <= high:
            first, last = long[low], long[high]
            if not first <= x <= last:
                break
            if first == x:
                found = low
                break
            guess = low + (x - first) * (high - low) // (last - first)
            if long[guess] < x:
                low = guess + 1
            elif guess == high:
                low += 1
            else:
                high = guess
        while found > 0 and long[found - 1] == x:
            found -= 1
        answer.append(found)
    return answer
