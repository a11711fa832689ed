# The definition as it stands: about F(n) calls, 1.6 times more for each further number.


def number(i):
    return i if i < 2 else number(i - 1) + number(i - 2)


def fib(n):
    return [number(i) for i in range(n)]
