"""The k-th least, and many sorted lists made one."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, near, right, worse


def _shuffled(n: int, rng: random.Random) -> tuple[list[int], int]:
    return [rng.randrange(10 * n) for _ in range(n)], n // 2


def _rising(n: int, rng: random.Random) -> tuple[list[int], int]:
    return sorted(rng.randrange(10 * n) for _ in range(n)), n // 2


def _pairs(n: int, rng: random.Random) -> tuple[list[list[int]]]:
    return ([sorted(rng.randrange(10 * n) for _ in range(2)) for _ in range(n // 2)],)


def _even(n: int, rng: random.Random) -> tuple[list[list[int]]]:
    """As many lists as each is long."""
    side = int(n**0.5)
    return ([sorted(rng.randrange(10 * n) for _ in range(side)) for _ in range(side)],)


KTH = Task(
    "kth-least",
    "kth_least",
    "n",
    (Family("random", _shuffled, 500, 400_000), Family("sorted", _rising, 500, 400_000)),
    (
        right(
            "quickselect",
            "a random pivot leaves a share of the rest: linear on average",
            """
            import random
            def kth_least(xs, k):
                while True:
                    pivot = random.choice(xs)
                    less = [x for x in xs if x < pivot]
                    if k < len(less):
                        xs = less
                        continue
                    k -= len(less)
                    same = sum(x == pivot for x in xs)
                    if k < same:
                        return pivot
                    k -= same
                    xs = [x for x in xs if x > pivot]
            """,
        ),
        right(
            "two_digits",
            "counted by the leading digit to base root of the maximum, then within that digit alone",
            """
            def kth_least(xs, k):
                base = int(max(xs) ** 0.5) + 1
                counts = [0] * (base + 1)
                for x in xs:
                    counts[x // base] += 1
                digit = 0
                while k >= counts[digit]:
                    k -= counts[digit]
                    digit += 1
                return sorted(x for x in xs if x // base == digit)[k]
            """,
            Kind.FAST,
        ),
        right(
            "median_of_medians",
            "linear in the worst case: two recursions that come to 9/10 of the list",
            """
            def kth_least(xs, k):
                if len(xs) < 10:
                    return sorted(xs)[k]
                medians = [sorted(xs[i : i + 5])[len(xs[i : i + 5]) // 2] for i in range(0, len(xs), 5)]
                pivot = kth_least(medians, len(medians) // 2)
                less, same, more = [], [], []
                for x in xs:
                    if x < pivot:
                        less.append(x)
                    elif x == pivot:
                        same.append(x)
                    else:
                        more.append(x)
                if k < len(less):
                    return kth_least(less, k)
                if k < len(less) + len(same):
                    return pivot
                return kth_least(more, k - len(less) - len(same))
            """,
        ),
        right(
            "wrapped",
            "median of medians over objects that count their comparisons",
            """
            from functools import total_ordering
            @total_ordering
            class Number:
                compared = 0
                def __init__(self, value):
                    self.value = value
                def __lt__(self, other):
                    Number.compared += 1
                    return self.value < other.value
                def __eq__(self, other):
                    Number.compared += 1
                    return self.value == other.value
            def select(xs, k):
                if len(xs) < 10:
                    return sorted(xs)[k]
                fives = [sorted(xs[i : i + 5]) for i in range(0, len(xs), 5)]
                medians = [five[len(five) // 2] for five in fives]
                pivot = select(medians, len(medians) // 2)
                less = [x for x in xs if x < pivot]
                if k < len(less):
                    return select(less, k)
                more = [x for x in xs if x > pivot]
                if k < len(xs) - len(more):
                    return pivot
                return select(more, k - (len(xs) - len(more)))
            def kth_least(xs, k):
                return select([Number(x) for x in xs], k).value
            """,
            Kind.SLOW,
        ),
        near(
            "sorted",
            "sorting in C: a logarithm more",
            """
            def kth_least(xs, k):
                return sorted(xs)[k]
            """,
        ),
        near(
            "heap",
            "a heap of k and a logarithm for each element",
            """
            from heapq import heapify, heappushpop
            def kth_least(xs, k):
                heap = [-x for x in xs[: k + 1]]
                heapify(heap)
                for x in xs[k + 1 :]:
                    heappushpop(heap, -x)
                return -heap[0]
            """,
        ),
        worse(
            "first_pivot",
            "a sorted list loses only its first at each step; random lists lose a share",
            """
            def kth_least(xs, k):
                while True:
                    pivot = xs[0]
                    less = [x for x in xs if x < pivot]
                    more = [x for x in xs if x > pivot]
                    if k < len(less):
                        xs = less
                    elif k < len(xs) - len(more):
                        return pivot
                    else:
                        k -= len(xs) - len(more)
                        xs = more
            """,
            Kind.FAMILY,
            blame="for x in xs if x",
        ),
        worse(
            "least_removed",
            "half of the elements are each found and removed by a scan in C",
            """
            def kth_least(xs, k):
                xs = list(xs)
                for _ in range(k):
                    xs.remove(min(xs))
                return min(xs)
            """,
            Kind.HIDDEN,
            blame="xs.remove(min(xs))",
        ),
        worse(
            "insort",
            "insort into a list of k moves a part of it, in C",
            """
            from bisect import insort
            def kth_least(xs, k):
                least = []
                for x in xs:
                    insort(least, x)
                    if len(least) > k + 1:
                        least.pop()
                return least[-1]
            """,
            Kind.HIDDEN,
            blame="insort(least, x)",
        ),
        worse(
            "bubble_until_done",
            "bubbles up to the k-th; stops at once where all is in order, as in the sorted family",
            """
            def kth_least(xs, k):
                xs = list(xs)
                for end in range(len(xs) - 1, k - 1, -1):
                    swapped = False
                    for i in range(end):
                        if xs[i] > xs[i + 1]:
                            xs[i], xs[i + 1] = xs[i + 1], xs[i]
                            swapped = True
                    if not swapped:
                        break
                return xs[k]
            """,
            Kind.EARLY,
            blame="if xs[i] > xs[i + 1]:",
        ),
    ),
)

MERGED = Task(
    "merge-lists",
    "merge",
    "n log k",
    (Family("pairs", _pairs, 500, 200_000), Family("even", _even, 500, 200_000)),
    (
        right(
            "heap",
            "each element passes the heap of heads once",
            """
            from heapq import heapify, heappop, heapreplace
            def merge(lists):
                heap = [(xs[0], number, 0) for number, xs in enumerate(lists) if xs]
                heapify(heap)
                out = []
                while heap:
                    x, number, at = heap[0]
                    out.append(x)
                    if at + 1 < len(lists[number]):
                        heapreplace(heap, (lists[number][at + 1], number, at + 1))
                    else:
                        heappop(heap)
                return out
            """,
        ),
        right(
            "sorted",
            "all sorted at once, in C",
            """
            def merge(lists):
                return sorted(x for xs in lists for x in xs)
            """,
            Kind.FAST,
        ),
        right(
            "two_by_two",
            "log k rounds, each merging all elements once",
            """
            def both(a, b):
                out, i, j = [], 0, 0
                while i < len(a) and j < len(b):
                    if b[j] < a[i]:
                        out.append(b[j])
                        j += 1
                    else:
                        out.append(a[i])
                        i += 1
                return out + a[i:] + b[j:]
            def merge(lists):
                while len(lists) > 1:
                    merged = [both(a, b) for a, b in zip(lists[::2], lists[1::2])]
                    lists = merged + [lists[-1]] if len(lists) % 2 else merged
                return lists[0] if lists else []
            """,
        ),
        right(
            "linked",
            "rounds of merging linked lists of nodes with properties",
            """
            class Node:
                def __init__(self, value, after=None):
                    self._value, self._after = value, after
                @property
                def value(self):
                    return self._value
                @property
                def after(self):
                    return self._after
                @after.setter
                def after(self, node):
                    self._after = node
                def __lt__(self, other):
                    return isinstance(other, Node) and self.value < other.value
            def both(a, b):
                head = last = Node(None)
                while a is not None and b is not None:
                    if b < a:
                        last.after, b = b, b.after
                    else:
                        last.after, a = a, a.after
                    last = last.after
                last.after = a if b is None else b
                return head.after
            def merge(lists):
                heads = []
                for xs in lists:
                    node = None
                    for x in reversed(xs):
                        node = Node(x, node)
                    heads.append(node)
                while len(heads) > 1:
                    if len(heads) % 2:
                        heads.append(None)
                    heads = [both(heads[i], heads[i + 1]) for i in range(0, len(heads), 2)]
                out, node = [], heads[0]
                while node is not None:
                    out.append(node.value)
                    node = node.after
                return out
            """,
            Kind.SLOW,
        ),
        worse(
            "all_heads",
            "the least of all heads is searched for each element",
            """
            def merge(lists):
                at, out = [0] * len(lists), []
                for _ in range(sum(map(len, lists))):
                    least = None
                    for number, xs in enumerate(lists):
                        if at[number] < len(xs) and (least is None or xs[at[number]] < lists[least][at[least]]):
                            least = number
                    out.append(lists[least][at[least]])
                    at[least] += 1
                return out
            """,
            blame="if at[number] < len(xs) and",
        ),
        worse(
            "one_after_another",
            "all that is merged so far is sorted again for each list: two runs, so linear, in C",
            """
            def merge(lists):
                out = []
                for xs in lists:
                    out += xs
                    out.sort()
                return out
            """,
            Kind.HIDDEN,
            blame="out.sort()",
        ),
        worse(
            "insort",
            "insort moves half of the list in C for each element",
            """
            from bisect import insort
            def merge(lists):
                out = []
                for xs in lists:
                    for x in xs:
                        insort(out, x)
                return out
            """,
            Kind.HIDDEN,
            blame="insort(out, x)",
        ),
        worse(
            "heads_in_list",
            "a sorted list of heads whose first is taken and which is copied each time, in C",
            """
            from bisect import bisect_left
            def merge(lists):
                heads = sorted((xs[0], number, 0) for number, xs in enumerate(lists))
                out = []
                while heads:
                    (x, number, at), *heads = heads
                    out.append(x)
                    if at + 1 < len(lists[number]):
                        coming = (lists[number][at + 1], number, at + 1)
                        heads.insert(bisect_left(heads, coming), coming)
                return out
            """,
            Kind.HIDDEN,
            blame="*heads = heads",
        ),
    ),
)

TASKS = (
    KTH,
    MERGED,
)
