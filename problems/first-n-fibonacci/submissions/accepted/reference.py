# landau: reference
# Two neighbours carried along: n additions.


def fib(n):
    numbers = []
    a, b = 0, 1
    for _ in range(n):
        numbers.append(a)
        a, b = b, a + b
    return numbers
