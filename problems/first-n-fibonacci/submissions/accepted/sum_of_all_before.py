# Another identity: F(i + 1) = 1 + F(0) + ... + F(i - 1), with a running sum: two additions a number.


def fib(n):
    numbers = [0, 1][:n]
    total = 0
    for i in range(2, n):
        total += numbers[i - 2]
        numbers.append(total + 1)
    return numbers
