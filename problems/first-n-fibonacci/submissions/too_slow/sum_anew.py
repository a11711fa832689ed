# F(i + 1) = 1 + F(0) + ... + F(i - 1), summed from the start each time: n^2 / 2 additions, though in C.


def fib(n):
    numbers = [0, 1][:n]
    for i in range(2, n):
        numbers.append(1 + sum(numbers[: i - 1]))
    return numbers
