"""A card to talk about as lines of text. Pure."""

from __future__ import annotations

from datetime import timedelta

from judge.cli.terminal import UNICODE, Marks, duration
from judge.records import Talk
from judge.talk import Span, ending, span_at

WIDTH = 60  # characters of all the bars together


def talk_lines(talk: Talk, count: int, marks: Marks) -> list[str]:
    """What one sees while talking: the question, the timer, the part one is in, what was said before, the notes."""
    card = talk.card
    return [
        f"card {talk.number} of {count}: {card.principle}",
        card.prompt,
        "",
        *timer_lines(talk, marks),
        *take_lines(talk),
        *note_lines(talk),
    ]


def timer_lines(talk: Talk, marks: Marks) -> list[str]:
    running = talk.running
    elapsed_s = running.elapsed.total_seconds() if running else 0.0
    total = duration(timedelta(seconds=talk.card.seconds))
    if running is None:
        first = f"{total} to answer"
    else:
        first = f"{duration(running.elapsed)} of {total}   {where(talk.spans, elapsed_s)}"
    return [first, *(part_line(span, elapsed_s, talk.card.seconds, running is not None, marks) for span in talk.spans)]


def where(spans: tuple[Span, ...], elapsed_s: float) -> str:
    """``Action, 46 s left of it``, or that it is time to end."""
    at = span_at(spans, elapsed_s)
    if at is None:
        return f"come to an end, {duration(timedelta(seconds=elapsed_s - spans[-1].end_s))} over"
    return f"{spans[at].name}, {int(spans[at].end_s - elapsed_s + 0.999)} s left of it"


def part_line(span: Span, elapsed_s: float, seconds: int, running: bool, marks: Marks) -> str:
    """``> Action     ████████░░░░░░░  61 s, to 1:28``; the mark stands at the part one is in."""
    full, empty = ("█", "░") if marks is UNICODE else ("#", ".")
    length = span.end_s - span.start_s
    cells = max(1, round(WIDTH * length / seconds))
    told = round(cells * min(1.0, max(0.0, (elapsed_s - span.start_s) / length)))
    here = ">" if running and span.start_s <= elapsed_s < span.end_s else " "
    bar = full * told + empty * (cells - told)
    return f"{here} {span.name:<10} {bar}  {length} s, to {duration(timedelta(seconds=span.end_s))}"


def take_lines(talk: Talk) -> list[str]:
    """What was said before."""
    done = [take for take in talk.takes if take.ended_at is not None]
    total = duration(timedelta(seconds=talk.card.seconds))
    return [
        f"take {number}: {duration(take.elapsed)} of {total}, {ending(talk.spans, take.elapsed.total_seconds())}"
        for number, take in enumerate(done, 1)
    ]


def note_lines(talk: Talk) -> list[str]:
    if talk.note is None or not talk.note.text.strip():
        return []
    return ["notes:", *(f"  {line}" for line in talk.note.text.splitlines())]
