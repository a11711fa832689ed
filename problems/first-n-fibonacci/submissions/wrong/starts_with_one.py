# Takes 1, 1, 2, ... for the start: the first number is 0.


def fib(n):
    numbers = []
    a, b = 1, 1
    for _ in range(n):
        numbers.append(a)
        a, b = b, a + b
    return numbers
