"""What can go wrong in practice, in words for people. Every face shows ``str(error)`` and no traceback."""

from __future__ import annotations


class PracticeError(Exception):
    """The base of all; its message is a sentence or two for the person."""


class NotFound(PracticeError):
    """No such attempt, submission, session, loop or problem."""


class Conflict(PracticeError):
    """It cannot be done in the present state."""


class TimeUp(PracticeError):
    """The hard deadline has passed."""


class StoreError(PracticeError):
    """The home folder or the database cannot be used: full, read-only, damaged, locked, or of a newer Landau."""
