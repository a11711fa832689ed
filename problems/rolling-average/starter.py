def rolling_average(xs: list[float], k: int, partial: str) -> list[float]:
    """The mean of each window of k values, one float for every value of xs.

    partial: "none" gives NaN to the first k - 1 days, "shrink" the mean of the days that are there.
    """
    raise NotImplementedError
