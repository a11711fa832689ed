# O(log i) multiplications for each number: fine for one, but products of long numbers cost far more than a sum.


def pair(i):
    if i == 0:
        return 0, 1
    a, b = pair(i // 2)
    c, d = a * (2 * b - a), a * a + b * b
    return (d, c + d) if i % 2 else (c, d)


def fib(n):
    return [pair(i)[0] for i in range(n)]
