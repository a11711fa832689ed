# Walks through both lists at once, as a merge does: right for two long lists, O(n + m) reads for a short one.


def locate(long, short):
    answer = []
    i = 0
    for x in short:
        while i < len(long) and long[i] < x:
            i += 1
        answer.append(i if i < len(long) and long[i] == x else -1)
    return answer
