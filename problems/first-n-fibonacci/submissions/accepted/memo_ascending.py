# Recursion with a memory, asked in ascending order: each call finds both terms remembered, so n additions and no depth.
from functools import lru_cache


@lru_cache(maxsize=None)
def number(i):
    return i if i < 2 else number(i - 1) + number(i - 2)


def fib(n):
    return [number(i) for i in range(n)]
