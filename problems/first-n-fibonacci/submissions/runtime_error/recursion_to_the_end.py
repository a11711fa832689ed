# Right and n additions, but every list waits for the shorter one: n calls deep, and Python stops at a thousand.


def fib(n):
    if n <= 2:
        return [0, 1][:n]
    numbers = fib(n - 1)
    numbers.append(numbers[-1] + numbers[-2])
    return numbers
