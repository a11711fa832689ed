"""Whether other work took the cores while something was measured."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass

import psutil

# Share of the cores, beyond our own work, from which timings of a single run are not to be trusted alone.
CONTENDED_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Contention:
    """`busy_cores`: how many of `cores` other work kept busy, as a mean. `note`: for people, empty where quiet."""

    busy_cores: float
    cores: int

    @property
    def contended(self) -> bool:
        return self.busy_cores >= CONTENDED_SHARE * self.cores

    @property
    def note(self) -> str:
        if not self.contended:
            return ""
        return f"other work kept {self.busy_cores:.1f} of {self.cores} cores busy"


class Watch:
    """Reads the host's and our own CPU time now; `read` compares. Host-wide figures come from psutil."""

    def __init__(self) -> None:
        self._wall = time.monotonic()
        self._busy = _host_busy_s()
        self._own = _own_busy_s()

    def read(self) -> Contention:
        wall = max(time.monotonic() - self._wall, 1e-6)
        cores = os.cpu_count() or 1
        others = ((_host_busy_s() - self._busy) - (_own_busy_s() - self._own)) / wall
        # Ticks of a hundredth of a second: over a short time they may say more than there is.
        return Contention(min(float(cores), max(0.0, others)), cores)


def _host_busy_s() -> float:
    times = psutil.cpu_times()
    return float(times.user + times.system + getattr(times, "nice", 0.0))


def _own_busy_s() -> float:
    """CPU seconds of this process, its living descendants, and the dead that were waited for."""
    total = 0.0
    own = psutil.Process()
    for process in (own, *own.children(recursive=True)):
        try:
            times = process.cpu_times()
        except psutil.Error:
            continue
        total += (
            times.user + times.system + getattr(times, "children_user", 0.0) + getattr(times, "children_system", 0.0)
        )
    return total
