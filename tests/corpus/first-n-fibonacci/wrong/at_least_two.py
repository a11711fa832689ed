# The list begins as [0, 1], also if fewer than two numbers are asked for.
def fib(n: int) -> list[int]:
    out = [0, 1]
    for _ in range(2, n):
        out.append(out[-1] + out[-2])
    return out
