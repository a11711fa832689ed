"""Leaving out: which items of a sequence a failure does not need.

After delta debugging: Zeller and Hildebrandt, "Simplifying and isolating failure-inducing input", IEEE Transactions on
Software Engineering 28(2), 2002. As there, ever smaller pieces are left out, and what stays is 1-minimal: no single
item of it can go. Pieces go from the end on, for what comes after a failure is needed least.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any, TypeVar

# It yields a whole input that may be smaller, is sent whether that one fails too, and returns the part that is left.
Shrinking = Generator[Any, bool, Any]
# Puts a part into the input that it is of.
Whole = Callable[[Any], Any]
Items = TypeVar("Items", list[Any], str, bytes)


def fewer(items: Items, whole: Whole) -> Generator[Any, bool, Items]:
    """The items that are needed, in their order."""
    size = len(items)
    while size:
        at, dropped = len(items), False
        while at:
            start = max(at - size, 0)
            rest = items[:start] + items[at:]
            if (yield whole(rest)):
                items, dropped = rest, True
            at = start
        if size > 1 or not dropped:  # single items again, until none can go
            size //= 2
        size = min(size, len(items))
    return items


def then(put: Whole, whole: Whole) -> Whole:
    """A part put into a larger one, and that into the input."""
    return lambda part: whole(put(part))
