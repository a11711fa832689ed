def histogram(xs: list[float], n: int) -> tuple[list[float], list[int]]:
    """The n + 1 edges and the n counts of n equally wide bins from the smallest to the largest number of xs.

    NaN is a missing value. Equal numbers only: one unit around them. No numbers at all: two empty lists.
    """
    raise NotImplementedError
