def auc(y: list[int], s: list[float]) -> float:
    """The share of pairs of a positive (y 1) and a negative (y 0) example in which the positive one scores higher.

    Equal scores count one half. NaN if one of the classes is missing.
    """
    raise NotImplementedError
