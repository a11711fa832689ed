def fib(n: int) -> list[int]:
    """The first n Fibonacci numbers, F(0) = 0 first."""
    raise NotImplementedError
