# Keeps the numbers in 64 bits, where they wrap round from F(93) on.
def fib(n: int) -> list[int]:
    mask = (1 << 63) - 1
    out = []
    a, b = 0, 1
    for _ in range(n):
        out.append(a)
        a, b = b, (a + b) & mask
    return out
