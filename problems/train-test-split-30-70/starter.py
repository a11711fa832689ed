def split(rows: list[dict[str, int]], seed: int) -> tuple[list[dict[str, int]], list[dict[str, int]]]:
    """(train, test): 30 % of the rows for testing, rounded half up, chosen by a generator that starts from the seed."""
    raise NotImplementedError
