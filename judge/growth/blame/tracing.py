"""A submission's task under the tracer, and what the tracer said, read by schema: it comes out of the submission's own
process."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from judge.growth.blame.outline import names_by_line
from judge.report import Resource
from sandbox.api import Entry, Function, Main, Script, Task
from sandbox.guest import wire

INSIDE = Path(__file__).parent / "inside"
DRIVER, METERS = "landau_lines.py", "landau_meters.py"
MOST_SAID = 20_000
LONGEST_NAME = 200

Seen = dict[int, tuple[int, int]]  # line -> (executions, cost by itself: ns, bytes or reads)
Things = dict[tuple[int, str], tuple[str, int]]  # (line, name) -> (its type's name, its length or -1)


@dataclass(frozen=True, slots=True)
class Trace:
    """One traced run."""

    seen: Seen = field(default_factory=dict)
    things: Things = field(default_factory=dict)


def traced(task: Task, resource: Resource = Resource.TIME) -> Task:
    """The same task under the tracer."""
    calls = 0
    match task.entry:
        case Function(name=name):
            kind = "function"
        case Script(class_name=name):
            kind, calls = "script", len(wire.decode(task.input)) - 1
        case Main():
            kind, name = "main", ""
        case _:
            raise ValueError(f"{task.entry} is not traced")
    main = task.program.main
    text = task.program.files[main].decode("utf-8", "replace")
    length = len(text.splitlines()) + 1
    meter = f"METERS[{resource.value!r}]({main!r}, {length}, {names_by_line(text)!r})"
    call = f"""

from landau_meters import METERS

install(globals(), {meter}, {kind!r}, {name!r}, {calls})
"""
    run, meters = ((INSIDE / name).read_bytes() for name in ("run.py", "meters.py"))
    files = {**task.program.files, DRIVER: run + call.encode(), METERS: meters}
    return replace(task, program=replace(task.program, files=files, main=DRIVER))


def answers_often(entry: Entry) -> bool:
    return isinstance(entry, Script) or (isinstance(entry, Function) and entry.many_calls)


def read(answer: bytes, several: bool) -> Trace:
    """What the tracer said, if it is what a tracer says. `several`: the last of several answers is it."""
    try:
        said = wire.decode(answer)
        said = said[-1] if several else said
        if isinstance(said, str):
            said = ast.literal_eval(said.strip())
        lines, things = said
        seen = {line: (count, cost) for line, count, cost in lines}
        known = {(line, name): (kind, held) for line, name, kind, held in things}
    except (wire.WireError, ValueError, TypeError, SyntaxError, IndexError, KeyError, MemoryError, RecursionError):
        return Trace()
    good = len(seen) + len(known) <= MOST_SAID
    good = good and all(_whole(value) for line, pair in seen.items() for value in (line, *pair))
    good = good and all(
        _whole(line) and _short(name) and _short(kind) and (held == -1 or _whole(held))
        for (line, name), (kind, held) in known.items()
    )
    return Trace(seen, known) if good else Trace()


def _whole(value: Any) -> bool:
    return type(value) is int and 0 <= value < 2**62


def _short(value: Any) -> bool:
    return type(value) is str and len(value) <= LONGEST_NAME
