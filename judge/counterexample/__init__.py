"""The smallest input on which a submission fails: found by trying small ones, then by making what fails smaller.

search.py says which small inputs to try, shrink.py and the files beside it what to try next; both are pure. trial.py
runs what they say within a budget, find.py tells what came of it.
"""

from judge.counterexample.after import look_after
from judge.counterexample.find import find_counterexample
from judge.counterexample.trial import Budget

__all__ = ["Budget", "find_counterexample", "look_after"]
