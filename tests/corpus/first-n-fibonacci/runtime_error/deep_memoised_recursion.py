# Recursion with a memory from the largest index down: too deep for large n.
from functools import cache


@cache
def nth(k):
    return k if k < 2 else nth(k - 1) + nth(k - 2)


def fib(n: int) -> list[int]:
    if n == 0:
        return []
    nth(n - 1)
    return [nth(k) for k in range(n)]
