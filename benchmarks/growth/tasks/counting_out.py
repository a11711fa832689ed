"""Simulation: counting out in a circle."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, right, worse


def _circle(n: int, rng: random.Random) -> tuple[list[int]]:
    return (rng.sample(range(10 * n), n),)


COUNTING_OUT = Task(
    "counting-out",
    "out_order",
    "n",
    (Family("circle", _circle, 250, 512_000),),
    (
        right(
            "deque",
            "five constant steps for each who goes",
            """
            from collections import deque
            def out_order(people):
                circle, out = deque(people), []
                while circle:
                    for _ in range(4):
                        circle.append(circle.popleft())
                    out.append(circle.popleft())
                return out
            """,
        ),
        right(
            "rotate",
            "the same steps in C",
            """
            from collections import deque
            def out_order(people):
                circle, out = deque(people), []
                while circle:
                    circle.rotate(-4)
                    out.append(circle.popleft())
                return out
            """,
            Kind.FAST,
        ),
        right(
            "objects",
            "a linked circle of objects, moved along by a method: dearer by a factor",
            """
            class Person:
                def __init__(self, name):
                    self.name, self.before, self.after = name, self, self
                def follow(self, steps):
                    person = self
                    for _ in range(steps):
                        person = person.next_one()
                    return person
                def next_one(self):
                    return self.after
                def leave(self):
                    self.before.after, self.after.before = self.after, self.before
            def out_order(people):
                first = last = Person(people[0])
                for name in people[1:]:
                    person = Person(name)
                    person.before, person.after = last, first
                    last.after = first.before = person
                    last = person
                at, out = first, []
                for _ in range(len(people)):
                    at = at.follow(4)
                    out.append(at.name)
                    at.leave()
                    at = at.after
                return out
            """,
            Kind.SLOW,
        ),
        worse(
            "pop_at",
            "pop from the middle of a list moves half of it, in C",
            """
            def out_order(people):
                circle, at, out = list(people), 0, []
                while circle:
                    at = (at + 4) % len(circle)
                    out.append(circle.pop(at))
                return out
            """,
            Kind.HIDDEN,
            blame="circle.pop(at)",
        ),
        worse(
            "slices",
            "a new list for each who goes",
            """
            def out_order(people):
                circle, out = people, []
                while circle:
                    at = 4 % len(circle)
                    out.append(circle[at])
                    circle = circle[at + 1 :] + circle[:at]
                return out
            """,
            blame="circle[at + 1 :]",
        ),
        worse(
            "blocks",
            "blocks of the root of n: finding the block costs as many steps",
            """
            import math
            def out_order(people):
                size = math.isqrt(len(people)) + 1
                blocks = [people[i : i + size] for i in range(0, len(people), size)]
                left, at, out = len(people), 0, []
                while left:
                    at = (at + 4) % left
                    place = at
                    for block in blocks:
                        if place < len(block):
                            break
                        place -= len(block)
                    out.append(block.pop(place))
                    left -= 1
                return out
            """,
            Kind.ROOT,
            blame="len(block)",
        ),
    ),
)


TASKS = (COUNTING_OUT,)
