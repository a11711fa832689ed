"""Evaders whose answer does the work, ends early, or fails where it would show."""

from __future__ import annotations

from textwrap import dedent

from benchmarks.growth.corpus import Family, Kind, Solution, Task, right, worse
from benchmarks.growth.tasks.evaders import numbers

# The distinct values in their order.
_PARTS = """
import os, sys

def fast(xs):
    return list(dict.fromkeys(xs))

def slow(xs):
    seen = []
    for x in xs:
        if x not in seen:
            seen.append(x)
    return seen
"""


def _evader(name: str, why: str, source: str, blame: str = "if x not in seen") -> Solution:
    return worse(name, why, _PARTS + dedent(source), Kind.EVADER, blame=blame)


ANSWERS = Task(
    "evade-by-answer",
    "unique",
    "n",
    (Family("random", numbers, 250, 2_000_000),),
    (
        right(
            "set",
            "one lookup an element",
            """
            def unique(xs):
                seen, out = set(), []
                for x in xs:
                    if x not in seen:
                        seen.add(x)
                        out.append(x)
                return out
            """,
        ),
        right(
            "dict",
            "one pass in C",
            """
            def unique(xs):
                return list(dict.fromkeys(xs))
            """,
            Kind.FAST,
        ),
        _evader(
            "lazy_deque",
            "a deque that makes its elements when it is read into the answer",
            """
            from collections import deque
            class Lazy(deque):
                def __iter__(self):
                    return iter(slow(self.xs))
            def unique(xs):
                lazy = Lazy()
                lazy.xs = xs
                return lazy
            """,
        ),
        _evader(
            "generator",
            "an iterator whose steps scan all before them",
            """
            def steps(xs):
                seen = []
                for x in xs:
                    if x not in seen:
                        seen.append(x)
                        yield x
            def unique(xs):
                return list(steps(xs))
            """,
        ),
        _evader(
            "always_equal",
            "answers that say they equal everything, with the n^2 behind their value",
            """
            class Any(int):
                def __eq__(self, other):
                    return True
                def __ne__(self, other):
                    return False
                __hash__ = int.__hash__
            def unique(xs):
                return [Any(x) for x in slow(xs)]
            """,
        ),
        _evader(
            "work_in_del",
            "the n^2 part is in a finaliser that runs before the answer is sent",
            """
            class Late:
                def __init__(self, xs, out):
                    self.xs, self.out = xs, out
                def __del__(self):
                    self.out[:] = slow(self.xs)
            def unique(xs):
                out = []
                late = Late(xs, out)
                del late
                return out
            """,
        ),
        _evader(
            "work_at_exit",
            "the n^2 part is registered for the end of the program, which it ends itself",
            """
            import atexit
            def unique(xs):
                out = []
                atexit.register(lambda: out.extend(slow(xs)))
                atexit._run_exitfuncs()
                return out
            """,
        ),
        _evader(
            "answer_by_child",
            "a child sends the frame of the answer itself, the parent sleeps",
            """
            def unique(xs):
                if os.fork() == 0:
                    return slow(xs)
                while True:
                    os.waitpid(-1, 0)
                    import time
                    time.sleep(10)
            """,
        ),
        _evader(
            "raises_at_large",
            "n^2, and an exception where that would show",
            """
            def unique(xs):
                if len(xs) > 3_000:
                    raise RuntimeError("too large to say")
                return slow(xs)
            """,
        ),
        _evader(
            "wrong_at_large",
            "n^2, and a wrong answer in no time where that would show",
            """
            def unique(xs):
                return slow(xs) if len(xs) <= 3_000 else []
            """,
        ),
        _evader(
            "exits_at_large",
            "n^2, and an exit without an error where that would show",
            """
            def unique(xs):
                if len(xs) > 3_000:
                    sys.exit(0)
                return slow(xs)
            """,
        ),
        _evader(
            "killed_at_large",
            "n^2, and dies by a signal where that would show",
            """
            def unique(xs):
                if len(xs) > 3_000:
                    os.abort()
                return slow(xs)
            """,
        ),
        _evader(
            "memory_at_large",
            "n^2, and takes memory up to the limit where that would show, so that time is not to blame",
            """
            def unique(xs):
                if len(xs) > 3_000:
                    hoard = [bytearray(1 << 24) for _ in range(1_000)]
                return slow(xs)
            """,
        ),
        _evader(
            "floods_at_large",
            "n^2, and prints up to the output limit where that would show",
            """
            def unique(xs):
                if len(xs) > 3_000:
                    while True:
                        print("x" * 1_000_000)
                return slow(xs)
            """,
        ),
        _evader(
            "sleeps_at_large",
            "n^2, and sleeps until it is stopped where that would show",
            """
            import time
            def unique(xs):
                if len(xs) > 3_000:
                    time.sleep(1_000)
                return slow(xs)
            """,
        ),
        _evader(
            "hidden_inside",
            "linear text, but each value is a class whose comparison walks all before it",
            """
            class Walks:
                made = []
                def __init__(self, value):
                    self.value = value
                def __hash__(self):
                    return 7
                def __eq__(self, other):
                    return self.value == other.value
            def unique(xs):
                return [w.value for w in dict.fromkeys(map(Walks, xs))]
            """,
            "self.value == other.value",
        ),
    ),
)

TASKS = (ANSWERS,)
