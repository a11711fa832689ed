"""Talking about one's own work under a clock: cards, and how an answer's seconds are shared among its parts. Pure.

Nothing here is judged: a card tells which part of the answer one should be in, and how long one talked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SHORTEST_S, LONGEST_S = 60, 120  # what a card may ask for


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an answer, "Situation", and the seconds that it should take."""

    name: str
    least_s: int
    most_s: int


@dataclass(frozen=True, slots=True)
class Card:
    """A question to answer aloud."""

    principle: str
    prompt: str
    seconds: int
    follow_ups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A part on the timer of one card: from `start_s` up to `end_s`."""

    name: str
    start_s: int
    end_s: int


def spans(seconds: int, parts: Sequence[Part]) -> tuple[Span, ...]:
    """The parts one after another, `seconds` together.

    All parts stand at the same place between their least and their most; an answer shorter than all the least (or
    longer than all the most) scales those. Ends are whole seconds, so a part may be off by half a second.
    """
    least, most = sum(part.least_s for part in parts), sum(part.most_s for part in parts)
    if seconds <= least:
        widths = [part.least_s * seconds / least for part in parts]
    elif seconds >= most:
        widths = [part.most_s * seconds / most for part in parts]
    else:
        place = (seconds - least) / (most - least)
        widths = [part.least_s + (part.most_s - part.least_s) * place for part in parts]
    ends = [round(sum(widths[: at + 1])) for at in range(len(parts))]
    return tuple(Span(part.name, end, after) for part, end, after in zip(parts, [0, *ends], ends, strict=False))


def span_at(made: Sequence[Span], elapsed_s: float) -> int | None:
    """Which part one is in; None once all are over."""
    return next((at for at, span in enumerate(made) if elapsed_s < span.end_s), None)


def ending(made: Sequence[Span], elapsed_s: float) -> str:
    """Where an answer of this length ended: "ended in Action", "14 s over"."""
    at = span_at(made, elapsed_s)
    if at is not None:
        return f"ended in {made[at].name}"
    over_s = int(elapsed_s - made[-1].end_s)
    return f"{over_s} s over" if over_s else "all parts told, to the second"
