# Answers with the first occurrence that it comes upon, which need not be the first in the list.


def locate(long, short):
    answer = []
    for x in short:
        low, high, found = 0, len(long) - 1, -1
        while low <= high:
            middle = (low + high) // 2
            value = long[middle]
            if value == x:
                found = middle
                break
            if value < x:
                low = middle + 1
            else:
                high = middle - 1
        answer.append(found)
    return answer
