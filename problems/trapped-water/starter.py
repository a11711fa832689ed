def trapped(heights: list[int]) -> int:
    """Units of water that stay between bars of these heights, each one unit wide.

    Time O(n), and O(1) space beside the list.
    """
    raise NotImplementedError
