def add(a: int, b: int) -> int:
    """Their sum."""
    raise NotImplementedError
