"""Runs in a cell, around a submission: under a meter (see meters.py), which answers instead of it.

The judge appends a call of ``install``. What this says is only shown, never judged by: the submission runs in the same
process and could say anything.
"""

from __future__ import annotations

import contextlib
import io
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from judge.growth.blame.inside.meters import Lines, Said


def install(namespace: dict[str, Any], lines: Lines, kind: str, name: str, calls: int) -> None:
    """`lines`: the meter of the submission's file. `calls`: of methods that a script makes; the last one answers with
    what was seen."""
    file = lines.file
    code = compile((Path(sys.path[0]) / file).read_bytes(), file, "exec", dont_inherit=True)
    lines.rehearse()
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
    lines.begin()
    exec(code, module.__dict__)
    lines.end()
    wanted = module.__dict__[name]

    def function(*arguments: Any) -> Said:
        lines.begin()
        kept = wanted(*arguments)
        lines.end()
        del kept
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
