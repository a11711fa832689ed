"""The smallest failing input, as a terminal shows it: code at the margin, so that it can be copied as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from judge.cli.terminal import marks
from judge.cli.verdictlines import labelled
from judge.counterexample.told import HEADING, sizes_said
from judge.gist import gist
from judge.report import Counterexample


def counterexample_lines(found: Counterexample | None) -> Iterator[str]:
    if found is None:
        return
    yield f"{marks().bad} {HEADING} ({sizes_said(found)}):"
    yield from (found.code or found.input).rstrip("\n").splitlines()
    yield from labelled("expected", found.expected)
    yield from labelled("answer", found.answer)
    yield from labelled("error", gist(found.traceback) if found.traceback else None)
    if found.note:
        yield f"  {found.note}"
