# Reads "the first n" as "those below n".


def fib(n):
    numbers = []
    a, b = 0, 1
    while a < n:
        numbers.append(a)
        a, b = b, a + b
    return numbers
