# Starts from [0, 1] and never shortens it: two numbers for n = 0 and n = 1.


def fib(n):
    numbers = [0, 1]
    while len(numbers) < n:
        numbers.append(numbers[-1] + numbers[-2])
    return numbers
