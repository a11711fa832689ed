# Keep the pair (a, b) and append a, n times.
def fib(n: int) -> list[int]:
    out = []
    a, b = 0, 1
    for _ in range(n):
        out.append(a)
        a, b = b, a + b
    return out
