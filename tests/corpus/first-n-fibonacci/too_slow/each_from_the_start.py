# Each number is computed from the start again.
def nth(k):
    a, b = 0, 1
    for _ in range(k):
        a, b = b, a + b
    return a


def fib(n: int) -> list[int]:
    return [nth(k) for k in range(n)]
