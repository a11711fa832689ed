"""What a call did beside answering: to its arguments, and to the global random generators."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from typing import Any

from landau_guest import wire

MOST_CHANGES = 10
MOST_SHOWN_BYTES = 20_000  # of an argument as it was left; longer ones are only said to be changed


class Watch:
    """Made before submitted code is loaded, of the tuples of arguments that it will be called with."""

    def __init__(self, calls: Sequence[tuple[Any, ...]]) -> None:
        self._calls = calls
        self._before = [[_message(argument) for argument in arguments] for arguments in calls]
        self._states = {name: (read, read()) for name, read in _generators().items()}

    def said(self, answer: bytes) -> bytes:
        """The message of a watched answer; see sandbox.api.Function."""
        changed = self._changed()[:MOST_CHANGES]
        moved = [name for name, (read, before) in self._states.items() if read() != before]
        return wire.encode((answer, changed, moved))

    def _changed(self) -> list[tuple[int, int, bytes]]:
        found = []
        for call, (arguments, before) in enumerate(zip(self._calls, self._before, strict=True)):
            for at, message in enumerate(before):
                now = _message(arguments[at]) if message is not None else None
                if now != message:
                    found.append((call, at, now if now is not None and len(now) <= MOST_SHOWN_BYTES else b""))
        return found


def _message(value: Any) -> bytes | None:
    """None for what stands for data that stays with the parent: it cannot be changed."""
    try:
        return wire.encode(value)
    except Exception:
        return None


def _generators() -> dict[str, Callable[[], Any]]:
    """How to read the state of each global generator that is loaded."""
    found: dict[str, Callable[[], Any]] = {"random": random.getstate}
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        get_state = numpy.random.get_state

        def state() -> Any:
            kind, keys, *rest = get_state()
            return kind, keys.tobytes(), *rest

        found["numpy.random"] = state
    return found
