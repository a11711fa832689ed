def longest_unique(s: str) -> int:
    """Length of the longest substring of s in which no character occurs twice."""
    raise NotImplementedError
