class RunningMedian:
    """The median of all numbers so far."""

    def add(self, x: float) -> None:
        """Take one more number in."""
        raise NotImplementedError

    def median(self) -> float:
        """The median of all numbers so far: the mean of the two middle ones if their count is even, NaN if it is 0."""
        raise NotImplementedError
