def psi(expected: list[float], actual: list[float], bins: int) -> float:
    """The population stability index of `actual` against `expected`, over bins cut at the quantiles of `expected`.

    NaN is dropped; an empty share counts as 0.0001; NaN if a sample has no values.
    """
    raise NotImplementedError
