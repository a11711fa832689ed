def sessionize(rows: list[tuple[str, int]], gap_minutes: int) -> list[tuple[str, int, int, int, int]]:
    """One tuple (user, number, start, end, events) for each session, in any order.

    rows: (user, second), unsorted; the same row twice is one event, and a user "" is nobody.
    """
    raise NotImplementedError
