"""Runs in a cell: how often each line of a submission ran, and what each of them cost by itself.

A cost is CPU time in ns, elements read from probe sequences, or bytes held when most were.
"""

from __future__ import annotations

import contextlib
import sys
import time
import tracemalloc
from types import FrameType
from typing import Any

KNOWN = ("builtins", "collections", "numpy", "array", "pandas.core.frame", "pandas.core.series")
REHEARSED = 2000
Said = tuple[list[tuple[int, int, int]], list[tuple[int, str, str, int]]]


class Lines:
    """What passes between two events belongs to the line that was running: C code that a line calls is the line's own,
    and so is what other files do for it."""

    def __init__(self, file: str, names: dict[int, list[str]]) -> None:
        self.file = file
        self.names = names
        self.things: dict[tuple[int, str], tuple[str, int]] = {}
        self.event_cost = 0.0
        self.clear()

    def clear(self) -> None:
        self.counts: dict[int, int] = {}
        self.costs: dict[int, int] = {}
        self.events: dict[int, int] = {}
        self.stack = [0]
        self.since = 0

    def now(self) -> int:
        return time.thread_time_ns()

    def rehearse(self) -> None:
        """What an event costs by itself."""
        code = compile(f"for _ in range({REHEARSED}):\n    pass\n", self.file, "exec")
        names, self.names = self.names, {}
        found = []
        for _ in range(3):
            self.clear()
            self.begin()
            exec(code, {})
            self.end()
            found.append(sum(self.costs.values()) / max(1, sum(self.events.values())))
        self.names, self.event_cost = names, min(found)
        self.clear()

    def begin(self) -> None:
        self.since = self.now()
        sys.settrace(self.trace)

    def end(self) -> None:
        sys.settrace(None)
        self.charge()

    def charge(self) -> None:
        spent = self.now() - self.since
        line = self.stack[-1]
        self.costs[line] = self.costs.get(line, 0) + spent
        self.events[line] = self.events.get(line, 0) + 1

    def trace(self, frame: FrameType, event: str, _argument: Any) -> Any:
        if event == "call" and frame.f_code.co_filename != self.file:
            return None
        self.charge()
        if event == "return":
            if len(self.stack) > 1:
                self.stack.pop()
        elif event != "exception":
            line = frame.f_lineno
            if event == "call":
                self.stack.append(line)
            else:
                self.stack[-1] = line
            count = self.counts[line] = self.counts.get(line, 0) + 1
            if line in self.names and count & (count - 1) == 0:
                self.look(line, frame)
        self.since = self.now()
        return self.trace

    def look(self, line: int, frame: FrameType) -> None:
        """What the names in a line stand for, and how much they hold: as it was at its largest."""
        for name in self.names[line]:
            first, *rest = name.split(".")
            thing = frame.f_locals.get(first, frame.f_globals.get(first, self))
            for part in rest:
                thing = getattr(thing, "__dict__", {}).get(part, self)
            if thing is not self:
                self.note(line, name, thing)
                if type(thing) in (list, tuple) and thing:
                    self.note(line, name + "[]", thing[0])
                elif isinstance(thing, dict) and type(thing).__module__ in KNOWN and thing:
                    self.note(line, name + "[]", next(iter(thing.values())))

    def note(self, line: int, name: str, thing: object) -> None:
        kind = type(thing)
        held = -1
        if kind is int:
            held = thing.bit_length()  # type: ignore[attr-defined]
        elif kind.__module__ in KNOWN and hasattr(kind, "__len__"):
            with contextlib.suppress(Exception):
                held = len(thing)  # type: ignore[arg-type]
        if held >= self.things.get((line, name), ("", -1))[1]:
            self.things[line, name] = (str(kind.__name__)[:40], held)

    def said(self) -> Said:
        lines = []
        for line, cost in sorted(self.costs.items()):
            net = max(0, round(cost - self.event_cost * self.events.get(line, 0)))
            if line > 0:
                lines.append((line, self.counts.get(line, 0), net))
        return lines, [(line, name, *found) for (line, name), found in sorted(self.things.items())]


class Reads(Lines):
    """The cost is in elements read from sequences that the judge holds."""

    def __init__(self, file: str, names: dict[int, list[str]]) -> None:
        super().__init__(file, names)
        self.read = 0
        handles = sys.modules.get("landau_guest.handles")
        if handles is not None:
            ask = handles.ProbedSequence._ask

            def counted(sequence: Any, index: int) -> int:
                self.read += 1
                return int(ask(sequence, index))

            handles.ProbedSequence._ask = counted

    def now(self) -> int:
        return self.read

    def rehearse(self) -> None:
        """Events read nothing."""


class Held(Lines):
    """The cost is in bytes: what each line had taken and not given back when most was held."""

    def __init__(self, file: str, names: dict[int, list[str]]) -> None:
        super().__init__(file, names)
        self.most = 0
        self.at_most: dict[int, int] = {}

    def now(self) -> int:
        tracemalloc.reset_peak()
        return tracemalloc.get_traced_memory()[0]

    def rehearse(self) -> None:
        tracemalloc.start(1)

    def charge(self) -> None:
        held, peak = tracemalloc.get_traced_memory()
        line = self.stack[-1]
        self.costs[line] = self.costs.get(line, 0) + held - self.since
        if peak > self.most + max(512, self.most >> 5):
            self.most = peak
            self.at_most = dict(self.costs)
            self.at_most[line] += peak - held

    def said(self) -> Said:
        self.costs = {line: max(0, held) for line, held in self.at_most.items()}
        return super().said()


METERS = {"time": Lines, "probes": Reads, "memory": Held}
