# landau: reference
# For each element: double the step from where the last search ended, then halve inside the last step: at most
# 2 log2 n reads and a few, and fewer where elements lie close together.


def locate(long, short):
    n = len(long)
    answer = []
    low = 0
    for x in short:
        step = 1
        high = low
        while high < n and long[high] < x:
            low = high + 1
            high += step
            step *= 2
        high = min(high, n)
        while low < high:
            middle = (low + high) // 2
            if long[middle] < x:
                low = middle + 1
            else:
                high = middle
        answer.append(low if low < n and long[low] == x else -1)
    return answer
