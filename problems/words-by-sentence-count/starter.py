def words_by_count(sentences: list[str]) -> dict[int, list[str]]:
    """The words of all sentences in lower case, under the number of different sentences in which each occurs."""
    raise NotImplementedError
