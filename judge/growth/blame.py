"""Which line carries the growth: the submission runs under a tracer at two sizes, and each line gets its own exponent.

Tracing costs much, and the submission's own process tells what it saw: it explains an *exceeds*, it never decides.
"""

from __future__ import annotations

import ast
import math
from dataclasses import dataclass, replace
from pathlib import Path

from judge.growth.complexity import Complexity
from judge.growth.runs import Recorder
from judge.report import FamilyGrowth, Role
from sandbox.api import Function, Main, Script, Status, Task
from sandbox.guest import wire

INSIDE = (Path(__file__).parent / "inside_lines.py").read_text(encoding="utf-8")
DRIVER = "landau_lines.py"
# Untraced CPU time of the larger size; tracing multiplies it by up to thirty.
MOST_NS = 80_000_000
TRACED_NS = 6_000_000_000
SHARE = 0.3  # a line with less of the time is not blamed
ABOVE = 0.25  # a line must grow so much faster than the class allows

Seen = dict[int, tuple[int, int]]  # line -> (executions, ns)


@dataclass(frozen=True, slots=True)
class Blame:
    line: int
    text: str
    share: float  # of the time at the larger size
    exponent: float
    size: int

    def sentence(self) -> str:
        return (
            f"line {self.line}, `{self.text}`: {100 * self.share:.0f} % of the time at n = {self.size:,}, "
            f"growing about n^{self.exponent:.1f}"
        )


def find_line(recorder: Recorder, sizes: list[int], required: Complexity) -> Blame | None:
    """Trace the submission at the largest affordable size and at about half of it. None where no line stands out."""
    affordable = [size for size in sizes if recorder.fastest(Role.SUBMISSION, size) <= MOST_NS]
    if len(affordable) < 2:
        return None
    large = affordable[-1]
    small = max((size for size in affordable[:-1] if size <= large / 1.7), default=affordable[0])
    seen = {size: _trace(recorder, size) for size in (small, large)}
    low, high = seen[small], seen[large]
    if not low or not high or required.exponential:
        return None
    program = recorder.programs[Role.SUBMISSION]
    source = program.files[program.main].decode("utf-8", "replace")
    return pick(low, high, small, large, required.local_exponent(large), source)


def pick(low: Seen, high: Seen, small: int, large: int, allowed: float, source: str) -> Blame | None:
    """Of the lines that grow faster than allowed the one with most of the time. Pure."""
    total = sum(spent for _, spent in high.values())
    lines = source.splitlines()
    best: Blame | None = None
    for line, (_, spent) in high.items():
        before = low.get(line, (0, 0))[1]
        if not 0 < line <= len(lines) or not before or not total:
            continue
        exponent = math.log2(spent / before) / math.log2(large / small)
        share = spent / total
        if share >= SHARE and exponent >= allowed + ABOVE and (best is None or share > best.share):
            best = Blame(line, lines[line - 1].strip()[:80], share, exponent, large)
    return best


def blamed(growth: FamilyGrowth, blame: Blame) -> FamilyGrowth:
    reason = f"{growth.reason}; {blame.sentence()}"
    return growth.model_copy(update={"line": blame.line, "line_text": blame.text, "reason": reason})


def _trace(recorder: Recorder, size: int) -> Seen:
    task = recorder.task(Role.SUBMISSION, size, TRACED_NS, None)
    execution = recorder.sandbox.run(traced(task))
    if execution.status is not Status.OK or execution.answer is None:
        return {}
    return read(execution.answer, isinstance(task.entry, Script))


def traced(task: Task) -> Task:
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
    call = f"\n\ninstall(globals(), {task.program.main!r}, {kind!r}, {name!r}, {calls})\n"
    program = replace(task.program, files={**task.program.files, DRIVER: (INSIDE + call).encode()}, main=DRIVER)
    return replace(task, program=program)


def read(answer: bytes, script: bool) -> Seen:
    """What the tracer said, if it is what a tracer says."""
    try:
        said = wire.decode(answer)
        said = said[-1] if script else said
        if isinstance(said, str):
            said = ast.literal_eval(said.strip())
        found = {line: (count, spent) for line, count, spent in said}
    except (wire.WireError, ValueError, TypeError, SyntaxError, IndexError, MemoryError, RecursionError):
        return {}
    good = all(type(v) is int and 0 <= v < 2**62 for line, pair in found.items() for v in (line, *pair))
    return found if good and len(found) < 10_000 else {}
