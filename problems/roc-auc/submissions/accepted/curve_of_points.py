# Heap sort in plain Python, an object for every point of the curve, trapezoids of fractions: many times slower, the same growth: accepted.
from fractions import Fraction


class Point:
    def __init__(self, false_positives, true_positives):
        self.x = false_positives
        self.y = true_positives


def sift(items, start, end):
    at = start
    while 2 * at + 1 < end:
        child = 2 * at + 1
        if child + 1 < end and items[child + 1][0] > items[child][0]:
            child += 1
        if items[at][0] >= items[child][0]:
            return
        items[at], items[child] = items[child], items[at]
        at = child


def heap_sorted(items):
    for start in range(len(items) // 2, -1, -1):
        sift(items, start, len(items))
    for end in range(len(items) - 1, 0, -1):
        items[0], items[end] = items[end], items[0]
        sift(items, 0, end)
    return items


def auc(y, s):
    ranked = heap_sorted([(score, label) for score, label in zip(s, y)])
    points = [Point(0, 0)]
    at = len(ranked)
    while at > 0:
        score = ranked[at - 1][0]
        x, up = points[-1].x, points[-1].y
        while at > 0 and ranked[at - 1][0] == score:
            at -= 1
            if ranked[at][1] == 1:
                up += 1
            else:
                x += 1
        points.append(Point(x, up))
    last = points[-1]
    if last.x == 0 or last.y == 0:
        return float("nan")
    area = 0
    for i in range(1, len(points)):
        area += (points[i].x - points[i - 1].x) * (points[i].y + points[i - 1].y)
    return float(Fraction(area, 2 * last.x * last.y))
