# Encloses between 0 and the last index and stops when they meet, without a look at that one element.


def locate(long, short):
    answer = []
    for x in short:
        low, high, found = 0, len(long) - 1, -1
        while low < high:
            middle = (low + high) // 2
            if long[middle] < x:
                low = middle + 1
            else:
                if long[middle] == x:
                    found = middle
                high = middle
        answer.append(found)
    return answer
