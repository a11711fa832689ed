"""The loops there are, what is in them, and which cannot be started."""

from __future__ import annotations

from collections.abc import Mapping

import click

from judge.cli.app import App
from judge.cli.terminal import columns, print_json
from judge.problem.loops import Loop


def list_loops(app: App, as_json: bool) -> None:
    loops = app.practice.loops()
    missing = {name: app.practice.missing(loop) for name, loop in loops.items()}
    if as_json:
        print_json([loop_document(loop, missing[name]) for name, loop in loops.items()])
    else:
        columns(
            ["loop", "minutes", "what", "title"],
            [[name, f"{loop.minutes:g}", inside(loop), loop.title] for name, loop in loops.items()],
        )
        for line in missing_lines(missing):
            click.echo(line)
    for fault in app.practice.loop_faults():
        click.echo(f"not loaded: {fault}", err=True)


def loop_document(loop: Loop, missing: Mapping[str, str]) -> dict[str, object]:
    return {
        "id": loop.id,
        "title": loop.title,
        "about": loop.about,
        "minutes": loop.minutes,
        "problems": list(loop.slugs),
        "cards": [card.prompt for card in loop.cards],
        "rounds": [each.id for each in loop.rounds],
        "break_minutes": loop.break_minutes,
        "missing": dict(missing),
    }


def inside(loop: Loop) -> str:
    if loop.cards:
        return f"{len(loop.cards)} cards to talk about, not judged"
    if loop.rounds:
        return f"rounds {', '.join(each.id for each in loop.rounds)}, {loop.break_minutes} min breaks"
    return ", ".join(loop.slugs)


def missing_lines(missing: Mapping[str, Mapping[str, str]]) -> list[str]:
    """``amazon-ds/r2 cannot be started: sql-monthly-retention (not in the bank)``, a line for each that lacks some."""
    return [
        f"{name} cannot be started: {', '.join(f'{slug} ({why})' for slug, why in lacks.items())}"
        for name, lacks in missing.items()
        if lacks
    ]
