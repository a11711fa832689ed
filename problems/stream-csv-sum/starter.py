from typing import TextIO


def aggregate(stream: TextIO) -> int:
    """The sum of the column Quantity.

    stream: an open text file on a pipe, to be read once: the header ID,Quantity, then rows and blank lines.
    """
    raise NotImplementedError
