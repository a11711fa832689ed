import pandas as pd


def rank_in_teams(scores: pd.DataFrame) -> pd.DataFrame:
    """The rows of `scores` with their place in the team and their number in it, sorted by team, place and number."""
    raise NotImplementedError
