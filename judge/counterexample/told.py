"""What a counterexample says of itself, in words. Pure."""

from __future__ import annotations

from judge.report import Counterexample
from judge.sentence import group

HEADING = "The smallest input found that fails"


def sizes_said(found: Counterexample) -> str:
    """ "size 2, where the hidden case had 150; 43 runs" """
    parts = []
    if found.size is not None:
        size = found.from_size or 0
        before = f", where the hidden case had {group(size)}" if size > found.size else ""
        parts.append(f"size {group(found.size)}{before}")
    parts.append(f"{found.runs} run{'' if found.runs == 1 else 's'}")
    return "; ".join(parts)
