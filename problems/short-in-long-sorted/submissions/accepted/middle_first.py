# Finds the middle element of short, then each half of short on its side of that place: accepted.


def locate(long, short):
    answer = [-1] * len(short)

    def search(first, last, low, high):
        if first >= last:
            return
        j = (first + last) // 2
        left, right = low, high
        while left < right:
            at = (left + right) // 2
            if long[at] >= short[j]:
                right = at
            else:
                left = at + 1
        if left < len(long) and long[left] == short[j]:
            answer[j] = left
        search(first, j, low, min(left + 1, high))
        search(j + 1, last, left, high)

    search(0, len(short), 0, len(long))
    return answer
