"""Interview loops. ``loops/<group>/<name>.yaml`` is the loop ``<group>/<name>``: several problems under one clock, or
cards to talk about, or a chain of such rounds with breaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from judge.problem.faults import Fault
from judge.problem.loopfile import LoopSpec, faults_of
from judge.problem.written import Lines, read_yaml
from judge.talk import Card, Part


@dataclass(frozen=True, slots=True)
class LoopEntry:
    slug: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Loop:
    """One of entries, cards and rounds is not empty."""

    id: str  # "amazon-ds/r7"
    title: str
    minutes: int  # of a chain: its rounds and the breaks between them
    entries: tuple[LoopEntry, ...] = ()
    about: str = ""
    cards: tuple[Card, ...] = ()
    parts: tuple[Part, ...] = ()  # of an answer to a card
    rounds: tuple[Loop, ...] = ()
    break_minutes: int = 0

    @property
    def slugs(self) -> tuple[str, ...]:
        """Every problem that it names, those of its rounds included."""
        own = tuple(entry.slug for entry in self.entries)
        return own + tuple(slug for each in self.rounds for slug in each.slugs)


@dataclass(frozen=True, slots=True)
class Loops:
    """What lies in a folder: the loops by id, in order, and what is wrong with the files of others."""

    good: Mapping[str, Loop] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def read_loops(folder: Path) -> Loops:
    """A file with faults does not keep the others from being used; a chain of it is at fault, too. Read anew when a
    file changes."""
    return _read(folder, tuple((path, *_stamp(path)) for path in sorted(folder.rglob("*.yaml"))))


def _stamp(path: Path) -> tuple[int, int]:
    try:
        state = path.stat()
    except OSError:  # reading it says what is the matter
        return (0, 0)
    return (state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4)
def _read(folder: Path, stamps: tuple[tuple[Path, int, int], ...]) -> Loops:
    plain: dict[str, Loop] = {}
    chains: dict[str, tuple[Path, LoopSpec, Lines]] = {}
    faults: list[Fault] = []
    for path, *_ in stamps:
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            faults.append(Fault(path, f"cannot be read: {error}"))
            continue
        spec, lines, found = read_yaml(path, text, LoopSpec)
        if spec is not None:
            found = faults_of(path, spec, lines)
        faults += found
        if spec is None or found:
            continue
        name = path.relative_to(folder).with_suffix("").as_posix()
        if spec.rounds is None:
            plain[name] = _loop(name, spec)
        else:
            chains[name] = (path, spec, lines)
    loops = dict(plain)
    for name, (path, spec, lines) in chains.items():
        found = _faults_of_rounds(path, spec, lines, plain, chains)
        faults += found
        if not found:
            loops[name] = _chain(name, spec, plain)
    return Loops(dict(sorted(loops.items())), tuple(faults))


def loop_from(plain: Mapping[str, Any]) -> Loop:
    """The loop that ``dataclasses.asdict`` made this of, by way of JSON."""
    return Loop(
        id=plain["id"],
        title=plain["title"],
        minutes=plain["minutes"],
        entries=tuple(LoopEntry(**entry) for entry in plain["entries"]),
        about=plain["about"],
        cards=tuple(card_from(card) for card in plain["cards"]),
        parts=tuple(Part(**part) for part in plain["parts"]),
    )


def card_from(plain: Mapping[str, Any]) -> Card:
    return Card(**{**plain, "follow_ups": tuple(plain["follow_ups"])})


def _loop(name: str, spec: LoopSpec) -> Loop:
    return Loop(
        id=name,
        title=spec.title,
        minutes=spec.minutes or 0,
        entries=tuple(LoopEntry(entry.slug, entry.minutes) for entry in spec.problems or ()),
        about=spec.about,
        cards=tuple(Card(c.principle, c.prompt, c.seconds, tuple(c.follow_ups)) for c in spec.cards or ()),
        parts=tuple(Part(part.name, part.least, part.most) for part in spec.parts or ()),
    )


def _chain(name: str, spec: LoopSpec, plain: Mapping[str, Loop]) -> Loop:
    rounds = tuple(plain[each] for each in spec.rounds or ())
    pause = spec.break_minutes or 0
    minutes = sum(each.minutes for each in rounds) + pause * (len(rounds) - 1)
    return Loop(name, spec.title, minutes, about=spec.about, rounds=rounds, break_minutes=pause)


def _faults_of_rounds(
    path: Path, spec: LoopSpec, lines: Lines, plain: Mapping[str, Loop], chains: Mapping[str, object]
) -> list[Fault]:
    found = []
    seen: set[str] = set()
    for at, name in enumerate(spec.rounds or ()):
        line, key = lines.find(("rounds", at))
        if name in chains:
            found.append(Fault(path, f"{name} is itself a chain of rounds", line, key))
        elif name not in plain:
            found.append(Fault(path, f"there is no loop {name!r}, or it has faults", line, key))
        else:
            again = sorted(seen.intersection(plain[name].slugs))
            if again:
                found.append(Fault(path, f"{', '.join(again)}: already in an earlier round", line, key))
            seen.update(plain[name].slugs)
    return found
