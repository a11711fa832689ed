"""The one door to the store, for every face and for the worker. Errors carry a message for people."""

from judge.practice.practice import Practice
from judge.practice.queue import ClaimLost
from judge.store.errors import Conflict, NotFound, PracticeError, StoreError, TimeUp

__all__ = ["ClaimLost", "Conflict", "NotFound", "Practice", "PracticeError", "StoreError", "TimeUp"]
