"""Which small inputs to try: all families at growing sizes, a few draws of each. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, count, takewhile

# Apart from those of hidden cases and of growth.
SALT = 2_000_000_000
DRAWS = 3  # of one family at one size
SMALL = (1, 2, 3, 4, 5, 6, 8, 10)


def sizes(largest: int) -> Iterator[int]:
    """The small ones all, then by doubling, below `largest`."""
    doubling = (SMALL[-1] << octave for octave in count(1))
    return takewhile(lambda size: size < largest, chain(SMALL, doubling))


def draws(families: list[str], size: int) -> Iterator[tuple[str, int, int]]:
    """(family, size, salt), each family once before any comes again."""
    for salt in range(DRAWS):
        for family in families:
            yield family, size, SALT + salt
