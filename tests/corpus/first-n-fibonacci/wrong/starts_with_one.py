# Starts with 1, 1 and leaves the 0 out.
def fib(n: int) -> list[int]:
    out = []
    a, b = 1, 1
    for _ in range(n):
        out.append(a)
        a, b = b, a + b
    return out
