"""A counting-out game, a tree and a maze."""

from __future__ import annotations

import random
from math import isqrt

from benchmarks.growth.corpus import Family, Kind, Task, right, worse


def _people(n: int, rng: random.Random) -> tuple[list[int], int]:
    return (rng.sample(range(10 * n), n), 2)


def _people_by_five(n: int, rng: random.Random) -> tuple[list[int], int]:
    return (rng.sample(range(10 * n), n), 5)


def _bushy(n: int, rng: random.Random) -> tuple[list[int]]:
    return ([-1] + [int(rng.random() * i) for i in range(1, n)],)


def _chain(n: int, rng: random.Random) -> tuple[list[int]]:
    return ([i - 1 for i in range(n)],)


def _broom(n: int, rng: random.Random) -> tuple[list[int]]:
    handle = isqrt(n)
    return ([i - 1 if i <= handle else handle for i in range(n)],)


def _open_field(n: int, rng: random.Random) -> tuple[list[str]]:
    side = isqrt(n)
    return (["." * side] * side,)


def _snake(n: int, rng: random.Random) -> tuple[list[str]]:
    side = isqrt(n) | 1
    gaps = [side - 1, 0]
    rows = []
    for r in range(side):
        gap = gaps[r // 2 % 2]
        rows.append("." * side if r % 2 == 0 else "#" * gap + "." + "#" * (side - 1 - gap))
    return (rows,)


LAST_STANDING = Task(
    "h-last-standing",
    "last_standing",
    "n",
    (
        Family("twos", _people, 500, 1_500_000),
        Family("fives", _people_by_five, 500, 1_500_000),
    ),
    (
        right(
            "queue",
            "k steps for each who leaves, and k is 2 or 5",
            """
            from collections import deque
            def last_standing(people, k):
                ring = deque(people)
                while len(ring) > 1:
                    for _ in range(k - 1):
                        ring.append(ring.popleft())
                    ring.popleft()
                return ring[0]
            """,
        ),
        right(
            "recurrence",
            "one addition and one remainder a person",
            """
            def last_standing(people, k):
                at = 0
                for size in range(2, len(people) + 1):
                    at = (at + k) % size
                return people[at]
            """,
            Kind.FAST,
        ),
        right(
            "next_links",
            "a ring of next indices: k steps and one relinking each",
            """
            def last_standing(people, k):
                n = len(people)
                after = list(range(1, n)) + [0]
                at = n - 1
                for _ in range(n - 1):
                    for _ in range(k - 1):
                        at = after[at]
                    after[at] = after[after[at]]
                return people[after[at]]
            """,
        ),
        right(
            "linked",
            "objects linked both ways, each step counted in a new named tuple",
            """
            from collections import namedtuple
            Count = namedtuple("Count", "step of")
            class Person:
                __slots__ = ("name", "left", "right")
                def __init__(self, name):
                    self.name = name
                    self.left = self.right = self
                def follow(self, other):
                    self.left, self.right = other, other.right
                    other.right.left = self
                    other.right = self
                def leave(self):
                    self.left.right, self.right.left = self.right, self.left
                    return self.right
            def last_standing(people, k):
                at = first = Person(people[0])
                for name in people[1:]:
                    made = Person(name)
                    made.follow(at)
                    at = made
                at = first
                for _ in range(len(people) - 1):
                    count = Count(1, k)
                    while count.step < count.of:
                        count = count._replace(step=count.step + 1)
                        at = at.right
                    at = at.leave()
                return at.name
            """,
            Kind.SLOW,
        ),
        right(
            "rounds",
            "each round keeps all but a k-th of those left: a geometric sum",
            """
            def last_standing(people, k):
                alive = list(range(len(people)))
                phase = 0
                while len(alive) > k:
                    kept = [i for j, i in enumerate(alive, phase + 1) if j % k]
                    phase = (phase + len(alive)) % k
                    alive = kept
                while len(alive) > 1:
                    out = (k - 1 - phase) % len(alive)
                    alive = alive[out + 1 :] + alive[:out]
                    phase = 0
                return people[alive[0]]
            """,
        ),
        worse(
            "pop_at",
            "each removal moves half of the list on average, in C",
            """
            def last_standing(people, k):
                left = list(people)
                at = 0
                while len(left) > 1:
                    at = (at + k - 1) % len(left)
                    left.pop(at)
                return left[0]
            """,
            Kind.HIDDEN,
            blame="left.pop(at)",
        ),
        worse(
            "turning",
            "the whole list is put together anew for each who leaves",
            """
            def last_standing(people, k):
                while len(people) > 1:
                    cut = (k - 1) % len(people)
                    people = people[cut + 1 :] + people[:cut]
                return people[0]
            """,
            Kind.HIDDEN,
            blame="people[cut + 1 :]",
        ),
        worse(
            "filtered",
            "a comprehension over all who are left for each who leaves",
            """
            def last_standing(people, k):
                left = list(people)
                at = 0
                while len(left) > 1:
                    at = (at + k - 1) % len(left)
                    left = [p for i, p in enumerate(left) if i != at]
                return left[0]
            """,
            blame="for i, p in enumerate(left)",
        ),
        worse(
            "pieces",
            "√n pieces, and the one with the next to leave is found from the first on",
            """
            from math import isqrt
            def last_standing(people, k):
                size = isqrt(len(people)) + 1
                pieces = [people[i : i + size] for i in range(0, len(people), size)]
                at = 0
                for left in range(len(people), 1, -1):
                    at = (at + k - 1) % left
                    before = at
                    for piece in pieces:
                        if before < len(piece):
                            del piece[before]
                            break
                        before -= len(piece)
                return next(piece[0] for piece in pieces if piece)
            """,
            Kind.ROOT,
            blame="before -= len(piece)",
        ),
    ),
)

SUBTREES = Task(
    "h-subtree-sizes",
    "subtree_sizes",
    "n",
    (
        Family("bushy", _bushy, 500, 400_000),
        Family("chain", _chain, 500, 400_000),
        Family("broom", _broom, 500, 400_000),
    ),
    (
        right(
            "children",
            "lists of children and an own stack: each node goes on it twice",
            """
            def subtree_sizes(parent):
                n = len(parent)
                children = [[] for _ in range(n)]
                for i in range(1, n):
                    children[parent[i]].append(i)
                size = [1] * n
                stack = [(0, False)]
                while stack:
                    i, done = stack.pop()
                    if done:
                        for j in children[i]:
                            size[i] += size[j]
                    else:
                        stack.append((i, True))
                        for j in children[i]:
                            stack.append((j, False))
                return size
            """,
        ),
        right(
            "backwards",
            "parents come before their children, so one walk from the end does",
            """
            def subtree_sizes(parent):
                size = [1] * len(parent)
                for i in range(len(parent) - 1, 0, -1):
                    size[parent[i]] += size[i]
                return size
            """,
            Kind.FAST,
        ),
        right(
            "leaves_first",
            "nodes go once they have no open child",
            """
            def subtree_sizes(parent):
                n = len(parent)
                open_children = [0] * n
                for p in parent[1:]:
                    open_children[p] += 1
                size = [1] * n
                ready = [i for i in range(n) if not open_children[i]]
                while ready:
                    i = ready.pop()
                    p = parent[i]
                    if p >= 0:
                        size[p] += size[i]
                        open_children[p] -= 1
                        if not open_children[p]:
                            ready.append(p)
                return size
            """,
        ),
        right(
            "generators",
            "a paused generator for each node on the way down, resumed by a loop, and sums as fractions",
            """
            from fractions import Fraction
            def visit(i, children, size):
                size[i] = Fraction(1)
                for j in children.get(i, ()):
                    yield visit(j, children, size)
                    size[i] += size[j]
            def subtree_sizes(parent):
                children = {}
                for i, p in enumerate(parent):
                    children.setdefault(p, []).append(i)
                size = {}
                stack = [visit(0, children, size)]
                while stack:
                    try:
                        stack.append(next(stack[-1]))
                    except StopIteration:
                        stack.pop()
                return [int(size[i]) for i in range(len(parent))]
            """,
            Kind.SLOW,
        ),
        worse(
            "climb",
            "every node climbs to the root: a logarithm where bushy, √n in the broom, n in the chain",
            """
            def subtree_sizes(parent):
                size = [0] * len(parent)
                for i in range(len(parent)):
                    while i >= 0:
                        size[i] += 1
                        i = parent[i]
                return size
            """,
            Kind.FAMILY,
            blame="while i >= 0",
        ),
        worse(
            "bitsets",
            "the descendants as the bits of one integer: n/8 bytes made and joined for each node",
            """
            def subtree_sizes(parent):
                n = len(parent)
                size = [0] * n
                below = [0] * n
                for i in range(n - 1, -1, -1):
                    mine = below[i] | 1 << i
                    below[i] = 0
                    size[i] = mine.bit_count()
                    if i:
                        below[parent[i]] |= mine
                return size
            """,
            Kind.HIDDEN,
            blame="1 << i",
        ),
        worse(
            "batches",
            "√n batches of nodes, and the whole tree is summed up for each",
            """
            from math import isqrt
            def subtree_sizes(parent):
                n = len(parent)
                size = [0] * n
                batch = isqrt(n) + 1
                for begin in range(0, n, batch):
                    count = [1 if begin <= i < begin + batch else 0 for i in range(n)]
                    for i in range(n - 1, 0, -1):
                        count[parent[i]] += count[i]
                    for i in range(n):
                        size[i] += count[i]
                return size
            """,
            Kind.ROOT,
            blame="count[parent[i]] += count[i]",
        ),
        worse(
            "who_is_mine",
            "looks through all nodes for the children of each",
            """
            def subtree_sizes(parent):
                n = len(parent)
                size = [1] * n
                for i in range(n - 1, -1, -1):
                    for j in range(i + 1, n):
                        if parent[j] == i:
                            size[i] += size[j]
                return size
            """,
            blame="if parent[j] == i",
        ),
        worse(
            "count_children",
            "a scan in C of all parents for each node's children",
            """
            def subtree_sizes(parent):
                n = len(parent)
                size = [1] * n
                for i in range(n - 1, 0, -1):
                    size[parent[i]] += size[i]
                for i in range(n):
                    if parent.count(i) == 0:
                        size[i] = 1
                return size
            """,
            Kind.HIDDEN,
            blame="parent.count(i)",
        ),
    ),
)

GRID_STEPS = Task(
    "h-grid-steps",
    "grid_steps",
    "n",
    (
        Family("open", _open_field, 600, 400_000),
        Family("snake", _snake, 600, 400_000),
    ),
    (
        right(
            "queue",
            "each cell enters the queue once",
            """
            from collections import deque
            def grid_steps(rows):
                high, wide = len(rows), len(rows[0])
                seen = {(0, 0)}
                queue = deque([(0, 0, 0)])
                while queue:
                    r, c, steps = queue.popleft()
                    if (r, c) == (high - 1, wide - 1):
                        return steps
                    for y, x in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                        if 0 <= y < high and 0 <= x < wide and rows[y][x] == "." and (y, x) not in seen:
                            seen.add((y, x))
                            queue.append((y, x, steps + 1))
                return -1
            """,
        ),
        right(
            "flat",
            "the same in waves over one walled string, a byte a cell",
            """
            def grid_steps(rows):
                wide = len(rows[0]) + 1
                free = bytearray("".join(("#" * wide, *(row + "#" for row in rows), "#" * wide)), "ascii")
                wave, goal, steps = [wide], wide * (len(rows) + 1) - 2, 0
                free[wide] = 35
                while wave:
                    after = []
                    for at in wave:
                        if at == goal:
                            return steps
                        for there in (at + 1, at - 1, at + wide, at - wide):
                            if free[there] == 46:
                                free[there] = 35
                                after.append(there)
                    wave, steps = after, steps + 1
                return -1
            """,
            Kind.FAST,
        ),
        right(
            "both_ends",
            "waves from both corners until they meet; no cell is in two",
            """
            def grid_steps(rows):
                high, wide = len(rows), len(rows[0])
                start, goal = (0, 0), (high - 1, wide - 1)
                if start == goal:
                    return 0
                near, far = {start}, {goal}
                free = {(r, c) for r, row in enumerate(rows) for c, cell in enumerate(row) if cell == "."}
                free -= near | far
                steps = 0
                while near and far:
                    if len(near) > len(far):
                        near, far = far, near
                    steps += 1
                    after = set()
                    for r, c in near:
                        for cell in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                            if cell in far:
                                return steps
                            if cell in free:
                                free.remove(cell)
                                after.add(cell)
                    near = after
                return -1
            """,
        ),
        right(
            "objects",
            "a frozen dataclass a cell, its neighbours through exceptions at the edges",
            """
            from collections import deque
            from dataclasses import dataclass, replace
            @dataclass(frozen=True)
            class Cell:
                row: int
                column: int
            class Outside(Exception):
                pass
            class Maze:
                def __init__(self, rows):
                    self.rows = rows
                def look(self, cell):
                    if cell.row < 0 or cell.column < 0:
                        raise Outside
                    try:
                        return self.rows[cell.row][cell.column]
                    except IndexError:
                        raise Outside from None
                def around(self, cell):
                    for down, along in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                        there = replace(cell, row=cell.row + down, column=cell.column + along)
                        try:
                            if self.look(there) == ".":
                                yield there
                        except Outside:
                            pass
            def grid_steps(rows):
                maze = Maze(rows)
                goal = Cell(len(rows) - 1, len(rows[0]) - 1)
                steps = {Cell(0, 0): 0}
                queue = deque(steps)
                while queue:
                    cell = queue.popleft()
                    for there in maze.around(cell):
                        if there not in steps:
                            steps[there] = steps[cell] + 1
                            queue.append(there)
                return steps.get(goal, -1)
            """,
            Kind.SLOW,
        ),
        worse(
            "seen_list",
            "cells seen are kept in a list",
            """
            from collections import deque
            def grid_steps(rows):
                high, wide = len(rows), len(rows[0])
                seen = [0]
                queue = deque([(0, 0)])
                while queue:
                    at, steps = queue.popleft()
                    r, c = divmod(at, wide)
                    if at == high * wide - 1:
                        return steps
                    for y, x in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                        if 0 <= y < high and 0 <= x < wide and rows[y][x] == ".":
                            if y * wide + x not in seen:
                                seen.append(y * wide + x)
                                queue.append((y * wide + x, steps + 1))
                return -1
            """,
            Kind.HIDDEN,
            blame="not in seen",
        ),
        worse(
            "big_bits",
            "a wave as one integer of n bits, shifted in C: 2√n waves in the open, n/2 in the snake",
            """
            def grid_steps(rows):
                wide = len(rows[0]) + 1
                text = "".join(row + "#" for row in rows)
                free = int(text[::-1].translate({46: "1", 35: "0"}), 2)
                goal = 1 << len(text) - 2
                wave, steps = 1, 0
                while wave:
                    if wave & goal:
                        return steps
                    free &= ~wave
                    wave = (wave << 1 | wave >> 1 | wave << wide | wave >> wide) & free
                    steps += 1
                return -1
            """,
            Kind.HIDDEN,
            blame="wave << 1",
        ),
        worse(
            "scan_for_wave",
            "the whole grid is searched for the cells of each wave: 2√n waves in the open",
            """
            def grid_steps(rows):
                high, wide = len(rows), len(rows[0])
                steps = [[-1] * wide for _ in rows]
                steps[0][0] = 0
                now = 0
                moved = True
                while moved and steps[-1][-1] < 0:
                    moved = False
                    for r in range(high):
                        for c, value in enumerate(steps[r]):
                            if value == now:
                                for y, x in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                                    if 0 <= y < high and 0 <= x < wide and rows[y][x] == "." and steps[y][x] < 0:
                                        steps[y][x] = now + 1
                                        moved = True
                    now += 1
                return steps[-1][-1]
            """,
            Kind.ROOT,
            blame="if value == now",
        ),
        worse(
            "relax",
            "sweeps until nothing changes: two in the open, √n for each turn of the snake",
            """
            def grid_steps(rows):
                high, wide = len(rows), len(rows[0])
                far = high * wide + 1
                best = [far] * (high * wide)
                best[0] = 0
                changed = True
                while changed:
                    changed = False
                    for r in range(high):
                        for c in range(wide):
                            if rows[r][c] == ".":
                                at = r * wide + c
                                value = best[at]
                                if c and best[at - 1] + 1 < value:
                                    value = best[at - 1] + 1
                                if r and best[at - wide] + 1 < value:
                                    value = best[at - wide] + 1
                                if c + 1 < wide and best[at + 1] + 1 < value:
                                    value = best[at + 1] + 1
                                if r + 1 < high and best[at + wide] + 1 < value:
                                    value = best[at + wide] + 1
                                if value < best[at]:
                                    best[at] = value
                                    changed = True
                return best[-1] if best[-1] < far else -1
            """,
            Kind.FAMILY,
            blame="for c in range(wide)",
        ),
    ),
)

TASKS = (
    LAST_STANDING,
    SUBTREES,
    GRID_STEPS,
)
