def same_characters(words: list[str]) -> bool:
    """Whether all words consist of the same characters, each of them equally often.

    Order means nothing. Characters are code points; they are taken as they are.
    """
    raise NotImplementedError
