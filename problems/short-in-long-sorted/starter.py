from collections.abc import Sequence


def locate(long: Sequence[int], short: list[int]) -> list[int]:
    """For each element of short, in its order, the first index at which long holds it, or -1 where it does not.

    long: never decreases, and may be very long. Reading an element is what costs; every read is counted.
    short: never decreases, and has few elements, most often four.
    """
    raise NotImplementedError
