# A good loop for one number, started anew for each: n^2 / 2 additions.


def number(i):
    a, b = 0, 1
    for _ in range(i):
        a, b = b, a + b
    return a


def fib(n):
    return [number(i) for i in range(n)]
