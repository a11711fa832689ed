# A table of zeros that is filled by index.
def fib(n: int) -> list[int]:
    table = [0] * n
    if n > 1:
        table[1] = 1
    for i in range(2, n):
        table[i] = table[i - 2] + table[i - 1]
    return table
