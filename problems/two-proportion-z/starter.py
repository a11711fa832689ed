def ztest(x1: int, n1: int, x2: int, n2: int) -> tuple[float, float]:
    """(z, p) of the pooled two-proportion z-test: x1 of n1 users converted, and x2 of n2.

    z is positive if the first group has the higher rate; p is two-sided.
    """
    raise NotImplementedError
