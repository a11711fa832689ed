def chunks(tokens: int, size: int, overlap: int) -> list[tuple[int, int]]:
    """(start, end) of the chunks of `size` tokens, each starting `overlap` tokens before the end of the one before."""
    raise NotImplementedError
