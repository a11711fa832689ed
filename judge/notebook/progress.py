"""What a notebook shows while a cell is judged: a fold of the same events as the terminal's table."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any, Protocol

from judge.cli.board import Board, plain_line
from judge.report import CaseFinished, Event, GrowthDecided

Listener = Callable[[Event], None]


class Handle(Protocol):
    """What IPython's ``display(..., display_id=True)`` gives back."""

    def update(self, shown: Any, /) -> None: ...


class Progress:
    """One line that is written anew, with how many cases and families are done."""

    def __init__(self) -> None:
        self.board = Board()
        self.cases = self.passed = 0
        self.families: list[str] = []

    def hear(self, event: Event) -> None:
        self.board.hear(event)
        match event:
            case CaseFinished(verdict=verdict):
                self.cases += 1
                self.passed += verdict == "AC"
            case GrowthDecided(growth=growth):
                self.families.append(f"{growth.resource} on {growth.family}: {growth.outcome}")

    def __repr__(self) -> str:
        parts = [self.board.stage]
        if self.cases:
            parts.append(f"{self.passed} of {self.cases} cases passed")
        return " · ".join(part for part in [*parts, *self.families] if part)

    def _repr_html_(self) -> str:
        return f'<p role="status" style="opacity:.75">{escape(repr(self))}</p>'

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/plain": repr(self), "text/html": self._repr_html_()}


def redrawn(handle: Handle) -> Listener:
    """Follows the events in one place, which is drawn again where its words change."""
    progress = Progress()
    before = ""

    def hear(event: Event) -> None:
        nonlocal before
        progress.hear(event)
        if repr(progress) != before:
            before = repr(progress)
            handle.update(progress)

    return hear


def printed(event: Event) -> None:
    """Where nothing can be redrawn: a line for what is worth one."""
    if (line := plain_line(event)) is not None:
        print(line)
