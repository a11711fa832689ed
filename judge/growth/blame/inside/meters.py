"""Runs in a cell: how often each line of a submission ran, and what each of them cost by itself.

A cost is CPU time in ns, elements read from probe sequences, or bytes held when most were.
"""

from __future__ import annotations

import collections
import contextlib
import itertools
import sys
import tracemalloc
from collections.abc import Callable, Collection
from time import perf_counter_ns, thread_time_ns  # a submission may put others in their place
from types import FrameType
from typing import Any

KNOWN = ("builtins", "collections", "numpy", "array", "pandas.core.frame", "pandas.core.series")
REHEARSED = 2000
LONG_NS = 1_000_000
KEYED = (set, frozenset, dict, collections.Counter, collections.defaultdict, list, tuple)
FEWEST_KEYS, MOST_KEYS = 64, 256
CROWDED = 8  # taken places a key, where hashes apart find less than one
Said = tuple[list[tuple[int, int, int]], list[tuple[int, str, str, int]]]


def crowded(keys: Collection[Any]) -> bool:
    """Whether keys collide: in a table as a dictionary's, four times as large, most of them find many places taken."""
    if len(keys) < FEWEST_KEYS:
        return False
    taken: set[int] = set()
    steps = 0
    try:
        some = set(itertools.islice(keys, MOST_KEYS))
        for key in some:
            rest = hash(key) & (2**64 - 1)
            at = rest & (4 * MOST_KEYS - 1)
            while at in taken:
                rest >>= 5
                at = (5 * at + rest + 1) & (4 * MOST_KEYS - 1)
                steps += 1
            taken.add(at)
    except Exception:  # of a key's own hash, or while it changes
        return False
    return steps > CROWDED * len(some)


class Lines:
    """What passes between two events belongs to the line that was running: C code that a line calls is the line's own,
    and so is what other files do for it."""

    def __init__(self, file: str, length: int, names: dict[int, list[str]]) -> None:
        """`length`: of the file, in lines. `names`: those worth a look, by line."""
        self.file = file
        self.length = length
        self.names = names
        self.things: dict[tuple[int, str], tuple[str, int]] = {}
        self.event_cost = 0.0
        # The clock of the processor is a system call, which costs more than most lines do.
        self.start: Callable[[], int] = perf_counter_ns
        self.stop: Callable[[], int] = perf_counter_ns
        self.ran_ns = self.passed_ns = 0
        self.tracer = self.trace  # a bound method, made once
        self.clear()

    def clear(self) -> None:
        self.counts = [0] * (self.length + 1)
        self.costs = [0] * (self.length + 1)
        self.events = [0] * (self.length + 1)
        self.stack = [0]
        self.since = 0

    def rehearse(self) -> None:
        """What an event costs by itself."""
        code = compile(f"for _ in range({REHEARSED}):\n    pass\n", self.file, "exec")
        names, length, self.names, self.length = self.names, self.length, {}, 2
        found = []
        for _ in range(3):
            self.clear()
            self.begin()
            exec(code, {})
            self.end()
            found.append(sum(self.costs) / max(1, sum(self.events)))
        self.names, self.length, self.event_cost = names, length, min(found)
        self.clear()

    def begin(self) -> None:
        self.ran_ns, self.passed_ns = thread_time_ns(), perf_counter_ns()
        self.since = self.start()
        sys.settrace(self.tracer)

    def end(self) -> None:
        sys.settrace(None)
        self.charge(self.stop() - self.since)

    def charge(self, cost: int) -> None:
        line = self.stack[-1]
        self.costs[line] += cost if cost < LONG_NS else self.ran(cost)
        self.events[line] += 1

    def ran(self, cost: int) -> int:
        """Of a long wait, what was work: another process may have had the processor, or the line may have slept."""
        ran, passed = thread_time_ns(), perf_counter_ns()
        waited = (passed - self.passed_ns) - (ran - self.ran_ns)
        self.ran_ns, self.passed_ns = ran, passed
        return max(0, min(cost, cost - waited))

    def trace(self, frame: FrameType, event: str, _argument: Any) -> Any:
        if event == "call" and frame.f_code.co_filename != self.file:
            return None
        cost = self.stop() - self.since
        stack = self.stack
        line = stack[-1]
        if cost:
            self.costs[line] += cost if cost < LONG_NS else self.ran(cost)
        self.events[line] += 1
        if event == "line" or event == "call":
            line = frame.f_lineno
            if event == "line":
                stack[-1] = line
            else:
                stack.append(line)
            count = self.counts[line] = self.counts[line] + 1
            if count & (count - 1) == 0 and line in self.names:
                self.look(line, frame)
        elif event == "return" and len(stack) > 1:
            stack.pop()
        self.since = self.start()
        return self.tracer

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
                if type(thing) in KEYED and crowded(thing):
                    self.things[line, name + "#"] = ("crowded", len(thing))

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
        seen = [
            (line, self.counts[line], max(0, round(self.costs[line] - self.event_cost * self.events[line])))
            for line in range(1, self.length + 1)
            if self.events[line]
        ]
        return seen, [(line, name, *found) for (line, name), found in sorted(self.things.items())]


class Reads(Lines):
    """The cost is in elements read from sequences that the judge holds."""

    def __init__(self, file: str, length: int, names: dict[int, list[str]]) -> None:
        super().__init__(file, length, names)
        self.read = 0
        self.start = self.stop = lambda: self.read
        handles = sys.modules.get("landau_guest.handles")
        if handles is not None:
            ask = handles.ProbedSequence._ask

            def counted(sequence: Any, index: int) -> int:
                self.read += 1
                return int(ask(sequence, index))

            handles.ProbedSequence._ask = counted

    def rehearse(self) -> None:
        """Events read nothing."""

    def ran(self, cost: int) -> int:
        return cost


class Held(Lines):
    """The cost is in bytes: what each line had taken and not given back when most was held."""

    def __init__(self, file: str, length: int, names: dict[int, list[str]]) -> None:
        super().__init__(file, length, names)
        self.most = self.held = 0
        self.at_most = self.costs
        self.start, self.stop = lambda: self.held, self.look_at_memory

    def rehearse(self) -> None:
        tracemalloc.start(1)

    def ran(self, cost: int) -> int:
        return cost

    def begin(self) -> None:
        tracemalloc.reset_peak()
        self.held = tracemalloc.get_traced_memory()[0]
        super().begin()

    def look_at_memory(self) -> int:
        self.held, peak = tracemalloc.get_traced_memory()
        if peak > self.most + max(512, self.most >> 5):
            self.most = peak
            self.at_most = list(self.costs)
            self.at_most[self.stack[-1]] += peak - self.since
        return self.held

    def said(self) -> Said:
        self.costs = self.at_most
        return super().said()


METERS = {"time": Lines, "probes": Reads, "memory": Held}
