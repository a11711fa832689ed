# Copies the whole list for each number: n^2 / 2 pointers, against n additions. Far beyond the sizes measured the additions
# of ever longer numbers would be quadratic as well and hide it.


def fib(n):
    numbers = []
    a, b = 0, 1
    for _ in range(n):
        numbers = numbers + [a]
        a, b = b, a + b
    return numbers
