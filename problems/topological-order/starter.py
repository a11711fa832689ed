def topological_order(n: int, edges: list[tuple[int, int]]) -> list[int] | None:
    """All nodes 0 to n - 1, each once, so that u comes before v for every edge (u, v); None if there is a cycle."""
    raise NotImplementedError
