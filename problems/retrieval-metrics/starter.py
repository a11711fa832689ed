def metrics(runs: dict[str, list[str]], qrels: list[tuple[str, str, int]], k: int) -> dict[str, float]:
    """The means of precision, recall, mrr, map and ndcg at k over all queries with a relevant document.

    runs: query -> ranking of document ids; qrels: (query, document, grade). NaN five times if no query counts.
    """
    raise NotImplementedError
