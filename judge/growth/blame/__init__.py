"""Which line of a submission carries a growth that exceeds, why, and what to do instead: explained, never judged by."""

from judge.growth.blame.line import Blame, blamed, find_line

__all__ = ["Blame", "blamed", "find_line"]
