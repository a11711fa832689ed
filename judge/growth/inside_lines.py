"""Runs in a cell, around a submission: how often each of its lines ran, and the time that each took by itself.

The judge appends a call of ``install``. What this says is only shown, never judged by: the submission runs in the same
process and could say anything.
"""

from __future__ import annotations

import contextlib
import io
import sys
import time
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any


class Lines:
    """Time between two events belongs to the line that was running: C code that a line calls is the line's own."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.counts: dict[int, int] = {}
        self.times: dict[int, int] = {}
        self.stack = [0]
        self.since = 0

    def begin(self) -> None:
        self.since = time.thread_time_ns()
        sys.settrace(self.trace)

    def end(self) -> None:
        sys.settrace(None)
        self.charge()

    def charge(self) -> None:
        now = time.thread_time_ns()
        line = self.stack[-1]
        self.times[line] = self.times.get(line, 0) + now - self.since

    def trace(self, frame: FrameType, event: str, _argument: Any) -> Any:
        if event == "call" and frame.f_code.co_filename != self.file:
            return None
        self.charge()
        if event == "call":
            self.stack.append(frame.f_lineno)
        elif event == "line":
            line = self.stack[-1] = frame.f_lineno
            self.counts[line] = self.counts.get(line, 0) + 1
        elif event == "return" and len(self.stack) > 1:
            self.stack.pop()
        self.since = time.thread_time_ns()
        return self.trace

    def said(self) -> list[tuple[int, int, int]]:
        return [(line, self.counts.get(line, 0), spent) for line, spent in sorted(self.times.items()) if line > 0]


def install(namespace: dict[str, Any], file: str, kind: str, name: str, calls: int) -> None:
    """`calls`: of methods that a script makes; the last one answers with what was seen."""
    code = compile((Path(sys.path[0]) / file).read_bytes(), file, "exec", dont_inherit=True)
    lines = Lines(file)
    module = ModuleType("__main__" if kind == "main" else file.removesuffix(".py"))
    sys.modules[module.__name__] = module
    if kind == "main":
        real, sys.stdout = sys.stdout, io.StringIO()
        lines.begin()
        with contextlib.suppress(SystemExit):
            exec(code, module.__dict__)
        lines.end()
        sys.stdout = real
        print(lines.said())
        return
    exec(code, module.__dict__)
    wanted = module.__dict__[name]

    def function(*arguments: Any) -> list[tuple[int, int, int]]:
        lines.begin()
        wanted(*arguments)
        lines.end()
        return lines.said()

    class Script:
        def __init__(self, *arguments: Any) -> None:
            self.left = calls
            lines.begin()
            self.held = wanted(*arguments)
            lines.end()

        def __getattr__(self, method: str) -> Any:
            called = getattr(self.held, method)

            def call(*arguments: Any) -> Any:
                lines.begin()
                called(*arguments)
                lines.end()
                self.left -= 1
                return lines.said() if self.left == 0 else None

            return call

    namespace[name] = Script if kind == "script" else function
