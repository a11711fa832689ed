"""A session's scorecard in the terminal."""

from __future__ import annotations

import click

from judge.cli.talklines import note_lines, take_lines
from judge.cli.terminal import columns, duration, marks
from judge.records import Scorecard, ScoreRow, Talk

HEADERS = [
    "",
    "problem",
    "verdict",
    "growth",
    "claimed",
    "measured",
    "required",
    "first run",
    "accepted",
    "tries",
    "hints",
]


def say_scorecard(card: Scorecard) -> None:
    if card.session.talks:
        told = sum(bool(talk.takes) for talk in card.session.talks)
        all_ = len(card.session.talks)
        click.echo(f"{card.session.title}: {told} of {all_} cards told, {duration(card.used)} used")
        _say_talks(card.session.talks)
    else:
        click.echo(f"{card.session.title}: {card.accepted} of {card.total} accepted, {duration(card.used)} used")
        columns(HEADERS, [_row(row) for row in card.rows])
    for row in card.rows:
        if row.sentence:
            click.echo(f"{row.problem}: {row.sentence}")
    for note in card.notes:
        click.echo(note)


def _say_talks(talks: tuple[Talk, ...]) -> None:
    """Times and notes of every card that was told or noted on."""
    for talk in talks:
        lines = [*take_lines(talk), *note_lines(talk)]
        click.echo(f"{talk.number}. {talk.card.principle}: {talk.card.prompt if lines else 'not told'}")
        for line in lines:
            click.echo(f"   {line}")


def _row(row: ScoreRow) -> list[str]:
    m = marks()
    accepted = row.first_accepted is not None
    return [
        m.good if accepted else m.bad if row.verdict else m.todo,
        row.problem,
        row.verdict or "not tried",
        row.growth or "",
        _costs(row.claimed_time, row.claimed_space),
        _costs(row.measured_time, row.measured_space),
        _costs(row.required_time, row.required_space),
        duration(row.first_run) if row.first_run is not None else "",
        duration(row.first_accepted) if row.first_accepted is not None else "",
        str(row.submissions),
        str(row.hints),
    ]


def _costs(time: str | None, space: str | None) -> str:
    """Time, and space where there is one."""
    return ", ".join(part for part in (time, space) if part)
