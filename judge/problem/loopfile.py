"""The text of a loop's file, and what is wrong with it: problems under one clock, or cards to talk about, or a chain
of other loops with breaks between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import Field, PositiveInt

from judge.problem.faults import Fault
from judge.problem.interface import Written
from judge.problem.load import SLUG
from judge.problem.written import Lines, Step
from judge.talk import LONGEST_S, SHORTEST_S

KINDS = ("problems", "cards", "rounds")
LONGEST_BREAK_MINUTES = 120


class EntrySpec(Written):
    slug: str = Field(pattern=f"^{SLUG.pattern}$")
    minutes: PositiveInt


class PartSpec(Written):
    name: str = Field(min_length=1)
    least: PositiveInt  # seconds
    most: PositiveInt


class CardSpec(Written):
    principle: str = Field(min_length=1)
    prompt: str = Field(min_length=1)
    seconds: int = Field(ge=SHORTEST_S, le=LONGEST_S)
    follow_ups: list[str] = Field([])


class LoopSpec(Written):
    """Exactly one of problems, cards and rounds."""

    title: str
    about: str = ""
    minutes: PositiveInt | None = None  # of a chain: told by its rounds
    problems: list[EntrySpec] | None = Field(None, min_length=1)
    cards: list[CardSpec] | None = Field(None, min_length=1)
    parts: list[PartSpec] | None = Field(None, min_length=1)  # of an answer to a card, in order
    rounds: list[str] | None = Field(None, min_length=2)  # names of loops
    break_minutes: int | None = Field(None, ge=1, le=LONGEST_BREAK_MINUTES)


def faults_of(path: Path, spec: LoopSpec, lines: Lines) -> list[Fault]:
    """What no single key can tell, with the line and key that are to blame."""

    def fault(where: tuple[Step, ...], message: str) -> Fault:
        line, key = lines.find(where)
        return Fault(path, message, line, key)

    there = [kind for kind in KINDS if getattr(spec, kind) is not None]
    if len(there) != 1:
        said = f"has {' and '.join(there)}" if there else "has none"
        return [fault((), f"a loop has one of {', '.join(KINDS)}; this one {said}")]
    found = [fault((key,), f"belongs to {owner}; this loop has {there[0]}") for key, owner in _strays(spec, there[0])]
    if spec.rounds is not None:
        found += [fault(("rounds", at), "a round is there twice") for at in _twice(spec.rounds)]
        if spec.break_minutes is None:
            found.append(fault(("break_minutes",), "is missing"))
        return found
    if spec.minutes is None:
        found.append(fault(("minutes",), "is missing"))
    if spec.problems is not None:
        found += [
            fault(("problems", at, "slug"), "a problem is there twice") for at in _twice(e.slug for e in spec.problems)
        ]
        planned = sum(entry.minutes for entry in spec.problems)
        if spec.minutes is not None and planned > spec.minutes:
            words = f"the problems' minutes are {planned} together, more than the loop's {spec.minutes}"
            found.append(fault(("minutes",), words))
    if spec.cards is not None:
        found += [
            fault(("cards", at, "prompt"), "a card is there twice") for at in _twice(c.prompt for c in spec.cards)
        ]
        planned_s = sum(card.seconds for card in spec.cards)
        if spec.minutes is not None and planned_s > spec.minutes * 60:
            words = f"the cards' seconds are {planned_s} together, more than the loop's {spec.minutes * 60}"
            found.append(fault(("minutes",), words))
        if spec.parts is None:
            found.append(fault(("parts",), "is missing: the parts of an answer"))
        for at, part in enumerate(spec.parts or []):
            if part.least > part.most:
                found.append(fault(("parts", at, "least"), f"is {part.least}, more than the most, {part.most}"))
    return found


def _strays(spec: LoopSpec, kind: str) -> Iterator[tuple[str, str]]:
    """Keys that this kind of loop does not have, and the kind that has them."""
    if spec.parts is not None and kind != "cards":
        yield "parts", "cards"
    if spec.break_minutes is not None and kind != "rounds":
        yield "break_minutes", "rounds"
    if spec.minutes is not None and kind == "rounds":
        yield "minutes", "problems or cards: the minutes of rounds are their own, with the breaks"


def _twice(names: Iterable[str]) -> Iterator[int]:
    """Where something stands that stood before."""
    seen: Counter[str] = Counter()
    for at, name in enumerate(names):
        if seen[name]:
            yield at
        seen[name] += 1
