"""Shortest ways: through a grid, and over roads with lengths."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, near, right, worse


def _open(n: int, rng: random.Random) -> tuple[list[str]]:
    side = max(2, int(n**0.5))
    return (["." * side] * side,)


def _serpentine(n: int, rng: random.Random) -> tuple[list[str]]:
    """One way through all rows, from side to side."""
    side = max(3, int(n**0.5)) | 1
    walls = ["#" * (side - 1) + ".", "." + "#" * (side - 1)]
    return (["." * side if row % 2 == 0 else walls[row // 2 % 2] for row in range(side)],)


def _roads(n: int, rng: random.Random) -> tuple[int, list[tuple[int, int, int]]]:
    edges = [(rng.randrange(i), i, rng.randrange(1, 100)) for i in range(1, n)]
    edges += [(rng.randrange(n), rng.randrange(n), rng.randrange(1, 100)) for _ in range(n)]
    rng.shuffle(edges)
    return n, edges


def _far_first(n: int, rng: random.Random) -> tuple[int, list[tuple[int, int, int]]]:
    return n, [(i, i + 1, rng.randrange(1, 100)) for i in range(n - 2, -1, -1)]


MAZE = Task(
    "maze",
    "steps",
    "n",
    (Family("open", _open, 400, 160_000), Family("serpentine", _serpentine, 400, 160_000)),
    (
        right(
            "deque",
            "each cell enters the queue once",
            """
            from collections import deque
            def steps(grid):
                rows, columns = len(grid), len(grid[0])
                far = [[-1] * columns for _ in range(rows)]
                far[0][0] = 0
                queue = deque([(0, 0)])
                while queue:
                    r, c = queue.popleft()
                    for y, x in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                        if 0 <= y < rows and 0 <= x < columns and grid[y][x] == "." and far[y][x] < 0:
                            far[y][x] = far[r][c] + 1
                            queue.append((y, x))
                return far[-1][-1]
            """,
        ),
        right(
            "flat",
            "a layer at a time over one padded byte array",
            """
            def steps(grid):
                wide = len(grid[0]) + 1
                free = bytearray(("#" * wide + "#".join(grid) + "#" * (wide + 1)).encode())
                end = wide + len(grid) * wide - 2
                layer, count = [wide], 0
                free[wide] = 35
                while layer:
                    if free[end] == 35:
                        return count
                    count += 1
                    coming = []
                    for at in layer:
                        for other in (at - 1, at + 1, at - wide, at + wide):
                            if free[other] == 46:
                                free[other] = 35
                                coming.append(other)
                    layer = coming
                return -1
            """,
            Kind.FAST,
        ),
        right(
            "objects",
            "each cell once, as a named tuple in a dict, neighbours through generators",
            """
            from collections import deque
            from dataclasses import dataclass
            @dataclass(frozen=True, order=True)
            class Place:
                row: int
                column: int
                def moved(self, down, right):
                    return Place(self.row + down, self.column + right)
                def around(self):
                    yield from (self.moved(*step) for step in ((1, 0), (-1, 0), (0, 1), (0, -1)))
            class Maze:
                def __init__(self, grid):
                    self.free = {Place(r, c) for r, row in enumerate(grid) for c, mark in enumerate(row) if mark == "."}
                def ways(self, place):
                    return [other for other in place.around() if other in self.free]
            def steps(grid):
                maze, goal = Maze(grid), Place(len(grid) - 1, len(grid[0]) - 1)
                far, queue = {Place(0, 0): 0}, deque([Place(0, 0)])
                while queue:
                    place = queue.popleft()
                    for other in maze.ways(place):
                        if other not in far:
                            far[other] = far[place] + 1
                            queue.append(other)
                return far.get(goal, -1)
            """,
            Kind.SLOW,
        ),
        near(
            "heap",
            "a heap of the frontier: a logarithm more",
            """
            from heapq import heappop, heappush
            def steps(grid):
                rows, columns = len(grid), len(grid[0])
                heap, done = [(0, 0, 0)], {(0, 0)}
                while heap:
                    d, r, c = heappop(heap)
                    if (r, c) == (rows - 1, columns - 1):
                        return d
                    for y, x in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                        if 0 <= y < rows and 0 <= x < columns and grid[y][x] == "." and (y, x) not in done:
                            done.add((y, x))
                            heappush(heap, (d + 1, y, x))
                return -1
            """,
        ),
        worse(
            "least_of_list",
            "the least of a frontier of root n cells is searched in C for every cell of the open grid: n root n",
            """
            def steps(grid):
                rows, columns = len(grid), len(grid[0])
                frontier, done = [(0, 0, 0)], {(0, 0)}
                while frontier:
                    least = min(frontier)
                    frontier.remove(least)
                    d, r, c = least
                    if (r, c) == (rows - 1, columns - 1):
                        return d
                    for y, x in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                        if 0 <= y < rows and 0 <= x < columns and grid[y][x] == "." and (y, x) not in done:
                            done.add((y, x))
                            frontier.append((d + 1, y, x))
                return -1
            """,
            Kind.ROOT,
            blame="min(frontier)",
        ),
        worse(
            "seen_copied",
            "all seen are copied a layer, in C: root n layers in the open grid, n/2 in the serpentine",
            """
            def steps(grid):
                rows, columns = len(grid), len(grid[0])
                seen, layer, d = {(0, 0)}, {(0, 0)}, 0
                while layer:
                    if (rows - 1, columns - 1) in layer:
                        return d
                    d += 1
                    coming = set()
                    for r, c in layer:
                        for y, x in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                            if 0 <= y < rows and 0 <= x < columns and grid[y][x] == "." and (y, x) not in seen:
                                coming.add((y, x))
                    seen, layer = seen | coming, coming
                return -1
            """,
            Kind.HIDDEN,
            blame="seen | coming",
        ),
        worse(
            "ways_carried",
            "the queue holds whole ways, copied each step in C: up to 2 root n long, n/2 in the serpentine",
            """
            from collections import deque
            def steps(grid):
                rows, columns = len(grid), len(grid[0])
                queue, seen = deque([[(0, 0)]]), {(0, 0)}
                while queue:
                    way = queue.popleft()
                    r, c = way[-1]
                    if r == rows - 1 and c == columns - 1:
                        return len(way) - 1
                    for y, x in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                        if 0 <= y < rows and 0 <= x < columns and grid[y][x] == "." and (y, x) not in seen:
                            seen.add((y, x))
                            queue.append(way + [(y, x)])
                return -1
            """,
            Kind.HIDDEN,
            blame="way + [(y, x)]",
        ),
        worse(
            "sweeps",
            "one sweep suffices in the open grid; against the serpentine's leftward rows a sweep gains one step",
            """
            def steps(grid):
                rows, columns = len(grid), len(grid[0])
                far = [[rows * columns] * columns for _ in range(rows)]
                far[0][0], changed = 0, True
                while changed:
                    changed = False
                    for r in range(rows):
                        for c in range(columns):
                            if grid[r][c] == "#":
                                continue
                            least = far[r][c]
                            for y, x in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                                if 0 <= y < rows and 0 <= x < columns and far[y][x] + 1 < least:
                                    least = far[y][x] + 1
                            if least < far[r][c]:
                                far[r][c], changed = least, True
                return far[-1][-1] if far[-1][-1] < rows * columns else -1
            """,
            Kind.FAMILY,
            blame="for y, x in ((r + 1, c)",
        ),
    ),
)

ROADS = Task(
    "road-lengths",
    "farthest",
    "(V + E) log V",
    (Family("random", _roads, 250, 100_000), Family("far_first", _far_first, 250, 100_000)),
    (
        right(
            "heap",
            "each edge enters the heap at most once a direction",
            """
            from heapq import heappop, heappush
            def farthest(n, edges):
                near = [[] for _ in range(n)]
                for a, b, length in edges:
                    near[a].append((b, length))
                    near[b].append((a, length))
                far, heap, last = [None] * n, [(0, 0)], 0
                while heap:
                    d, a = heappop(heap)
                    if far[a] is not None:
                        continue
                    far[a] = last = d
                    for b, length in near[a]:
                        if far[b] is None:
                            heappush(heap, (d + length, b))
                return last
            """,
        ),
        right(
            "buckets",
            "lengths are below 100, so a ring of buckets does: linear",
            """
            def farthest(n, edges):
                near = [[] for _ in range(n)]
                for a, b, length in edges:
                    near[a].append((b, length))
                    near[b].append((a, length))
                buckets, done, d, last, waiting = [[] for _ in range(128)], [False] * n, 0, 0, 1
                buckets[0].append(0)
                while waiting:
                    bucket, buckets[d % 128] = buckets[d % 128], []
                    waiting -= len(bucket)
                    for a in bucket:
                        if not done[a]:
                            done[a], last = True, d
                            for b, length in near[a]:
                                if not done[b]:
                                    buckets[(d + length) % 128].append(b)
                                    waiting += 1
                    d += 1
                return last
            """,
        ),
        right(
            "own_heap",
            "a heap written out over objects that compare their fractions",
            """
            from fractions import Fraction
            class Entry:
                def __init__(self, far, node):
                    self.far, self.node = far, node
                def before(self, other):
                    return (self.far, self.node) < (other.far, other.node)
            class Heap:
                def __init__(self):
                    self.items = []
                def push(self, entry):
                    self.items.append(entry)
                    at = len(self.items) - 1
                    while at and self.items[at].before(self.items[(at - 1) // 2]):
                        up = (at - 1) // 2
                        self.items[at], self.items[up] = self.items[up], self.items[at]
                        at = up
                def pop(self):
                    self.items[0], self.items[-1] = self.items[-1], self.items[0]
                    least, at = self.items.pop(), 0
                    while 2 * at + 1 < len(self.items):
                        down = 2 * at + 1
                        if down + 1 < len(self.items) and self.items[down + 1].before(self.items[down]):
                            down += 1
                        if not self.items[down].before(self.items[at]):
                            break
                        self.items[at], self.items[down] = self.items[down], self.items[at]
                        at = down
                    return least
            def farthest(n, edges):
                near = {i: {} for i in range(n)}
                for a, b, length in edges:
                    near[a][b] = min(length, near[a].get(b, length))
                    near[b][a] = min(length, near[b].get(a, length))
                far, heap = {0: Fraction(0)}, Heap()
                heap.push(Entry(far[0], 0))
                while heap.items:
                    entry = heap.pop()
                    if entry.far > far[entry.node]:
                        continue
                    for b, length in near[entry.node].items():
                        if entry.far + length < far.get(b, float("inf")):
                            far[b] = entry.far + length
                            heap.push(Entry(far[b], b))
                return int(max(far.values()))
            """,
            Kind.SLOW,
        ),
        worse(
            "scan",
            "the nearest node is searched among all nodes, for every node",
            """
            def farthest(n, edges):
                near = [[] for _ in range(n)]
                for a, b, length in edges:
                    near[a].append((b, length))
                    near[b].append((a, length))
                far, done = [float("inf")] * n, [False] * n
                far[0] = 0
                for _ in range(n):
                    a = -1
                    for i in range(n):
                        if not done[i] and (a < 0 or far[i] < far[a]):
                            a = i
                    done[a] = True
                    for b, length in near[a]:
                        far[b] = min(far[b], far[a] + length)
                return max(far)
            """,
            blame="if not done[i] and",
        ),
        worse(
            "least_of_dict",
            "the least of a frontier that holds a share of all random nodes",
            """
            def farthest(n, edges):
                near = [[] for _ in range(n)]
                for a, b, length in edges:
                    near[a].append((b, length))
                    near[b].append((a, length))
                frontier, done, d = {0: 0}, set(), 0
                while frontier:
                    a = min(frontier, key=frontier.get)
                    d = frontier.pop(a)
                    done.add(a)
                    for b, length in near[a]:
                        if b not in done:
                            frontier[b] = min(frontier.get(b, d + length), d + length)
                return d
            """,
            Kind.HIDDEN,
            blame="min(frontier, key=frontier.get)",
        ),
        worse(
            "sorted_again",
            "a list of the frontier, sorted and moved along in C for every node of a random graph",
            """
            def farthest(n, edges):
                near = [[] for _ in range(n)]
                for a, b, length in edges:
                    near[a].append((b, length))
                    near[b].append((a, length))
                queue, far = [(0, 0)], {}
                while queue:
                    queue.sort()
                    d, a = queue.pop(0)
                    if a in far:
                        continue
                    far[a] = d
                    for b, length in near[a]:
                        if b not in far:
                            queue.append((d + length, b))
                return max(far.values())
            """,
            Kind.HIDDEN,
            blame="queue.sort()",
        ),
        worse(
            "relaxed",
            "all edges until nothing changes: few rounds on random graphs, n where the farthest come first",
            """
            def farthest(n, edges):
                far = [float("inf")] * n
                far[0], changed = 0, True
                while changed:
                    changed = False
                    for a, b, length in edges:
                        if far[a] + length < far[b]:
                            far[b], changed = far[a] + length, True
                        elif far[b] + length < far[a]:
                            far[a], changed = far[b] + length, True
                return max(far)
            """,
            Kind.FAMILY,
            blame="for a, b, length in edges:",
        ),
    ),
)

TASKS = (
    MAZE,
    ROADS,
)
