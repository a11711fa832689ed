"""Which line carries the growth, and why: the submission runs under a tracer at a few sizes.

Tracing costs much, and the submission's own process tells what it saw: it explains an *exceeds*, it never decides.
"""

from __future__ import annotations

from dataclasses import dataclass

from judge.growth.blame.carrier import carrier
from judge.growth.blame.causes import Cause, find_cause
from judge.growth.blame.climb import Climb
from judge.growth.blame.outline import outline
from judge.growth.complexity import Complexity
from judge.growth.runs import Recorder
from judge.report import FamilyGrowth, Resource, Role

LONGEST_TEXT = 80
STEEPEST = 5.0  # in powers of n: what is steeper is no power
_OF = {Resource.TIME: "of the time", Resource.MEMORY: "of the memory", Resource.PROBES: "of what is read"}


@dataclass(frozen=True, slots=True)
class Blame:
    """`share`: of the cost at the largest traced `size`. `runs`: how often the line ran there, where that is the
    trouble, else 0."""

    line: int
    text: str
    share: float
    exponent: float
    size: int
    resource: Resource = Resource.TIME
    runs: int = 0
    cause: Cause | None = None

    def sentence(self) -> str:
        what = f"line {self.line}, `{self.text}`:"
        share = f"{100 * self.share:.0f} % {_OF[self.resource]} at n = {self.size:,}"
        power = f"about n^{self.exponent:.1f}"
        if self.exponent > STEEPEST:
            power = "faster than any power of n" if self.runs else "very fast"
        if self.runs:
            return f"{what} ran {self.runs:,} times at n = {self.size:,}, growing {power}; {share}"
        return f"{what} {share}, growing {power}"


def find_line(
    recorder: Recorder, sizes: list[int], required: Complexity, resource: Resource = Resource.TIME
) -> Blame | None:
    """Trace the submission at sizes of the ladder, as large as is affordable. None where no line stands out."""
    program = recorder.programs[Role.SUBMISSION]
    text = outline(program.files[program.main].decode("utf-8", "replace"))
    if text is None:
        return None
    traces = Climb(recorder, sizes, resource).traces()
    found = carrier(traces, required, text, resource)
    if found is None:
        return None
    large = max(traces)
    cause = find_cause(text, found, traces[large].things, traces[min(traces)].things, resource)
    return Blame(
        found.line,
        text.text(found.line)[:LONGEST_TEXT],
        found.share,
        found.exponent,
        large,
        resource,
        found.runs,
        cause,
    )


def blamed(growth: FamilyGrowth, blame: Blame) -> FamilyGrowth:
    """The growth with its line, the cause where it is known, and both in the reason."""
    cause = blame.cause.sentence if blame.cause else None
    return growth.model_copy(
        update={
            "line": blame.line,
            "line_text": blame.text,
            "cause": cause,
            "reason": f"{growth.reason}; {blame.sentence()}",
        }
    )
