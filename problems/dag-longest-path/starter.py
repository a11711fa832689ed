def longest_path(n: int, edges: list[tuple[int, int, int]]) -> int:
    """Largest sum of weights along any path of the acyclic graph with nodes 0 to n - 1 and edges (u, v, w).

    A single node is a path of length 0.
    """
    raise NotImplementedError
