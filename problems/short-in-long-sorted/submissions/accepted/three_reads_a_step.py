# Recursive, asks anew for == and <, and looks at the neighbour for the first of equal values: some times the reads.


def locate(long, short):
    def search(x, low, high):
        if low > high:
            return -1
        middle = (low + high) // 2
        if long[middle] == x and (middle == 0 or long[middle - 1] < x):
            return middle
        if long[middle] < x:
            return search(x, middle + 1, high)
        return search(x, low, middle - 1)

    return [search(x, 0, len(long) - 1) for x in short]
