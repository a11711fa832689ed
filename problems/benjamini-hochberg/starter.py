def bh(p: list[float], q: float) -> tuple[list[int], list[float]]:
    """Indices of the rejected hypotheses, ascending, and the adjusted p-values in the order of p.

    p: p-values from 0 to 1; nan where a test could not be computed.
    q: the share of false discoveries that is allowed, from 0 to 1.
    """
    raise NotImplementedError
