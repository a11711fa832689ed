"""Who may enter a container."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator

AT_ONCE = 8  # runs in one container


class Room:
    """How many runs, and of what memory, fit into a container at once: none may be ended for what the others take."""

    def __init__(self, memory_bytes: int) -> None:
        self._most = memory_bytes
        self._bytes = 0
        self._runs = 0
        self._changed = threading.Condition()

    @contextlib.contextmanager
    def taken(self, memory_bytes: int) -> Iterator[None]:
        """Waits for room. What is larger than all there is gets it alone."""
        with self._changed:
            self._changed.wait_for(lambda: self._fits(memory_bytes))
            self._runs += 1
            self._bytes += memory_bytes
        try:
            yield
        finally:
            with self._changed:
                self._runs -= 1
                self._bytes -= memory_bytes
                self._changed.notify_all()

    def _fits(self, memory_bytes: int) -> bool:
        return self._runs == 0 or (self._runs < AT_ONCE and self._bytes + memory_bytes <= self._most)
