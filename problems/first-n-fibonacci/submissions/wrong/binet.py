# The closed formula in decimals of 28 digits: rounds to a neighbour soon after they are used up.
from decimal import Decimal


def fib(n):
    root = Decimal(5).sqrt()
    golden = (1 + root) / 2
    numbers = []
    power = Decimal(1)
    for _ in range(n):
        numbers.append(int((power / root).to_integral_value()))
        power *= golden
    return numbers
