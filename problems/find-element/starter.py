from collections.abc import Sequence


def find(xs: Sequence[int], target: int, is_sorted: bool) -> int:
    """An index i with xs[i] == target, or -1 if there is none.

    xs: reading an element is what costs; every read is counted.
    is_sorted: whether the values of xs are promised never to decrease.
    """
    raise NotImplementedError
