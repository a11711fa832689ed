# Halves to some occurrence, then walks back to the first one: O(n) reads where a tenth of the elements are equal.


def locate(long, short):
    answer = []
    for x in short:
        low, high, found = 0, len(long) - 1, -1
        while low <= high:
            middle = (low + high) // 2
            value = long[middle]
            if value == x:
                while middle > 0 and long[middle - 1] == x:
                    middle -= 1
                found = middle
                break
            if value < x:
                low = middle + 1
            else:
                high = middle - 1
        answer.append(found)
    return answer
