def srm(counts: list[int], ratios: list[float]) -> tuple[float, float, bool]:
    """(chi2, p, flag): do the counts of the groups fit the planned ratios? flag: p < 0.001."""
    raise NotImplementedError
