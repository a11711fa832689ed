"""A chain of rounds in the terminal: what is on, and the clock of a break."""

from __future__ import annotations

from dataclasses import asdict

import click

from judge.chain import Break, break_at, clock_of, running_round
from judge.cli.app import App
from judge.cli.clockface import clock_line
from judge.cli.errors import CliError
from judge.cli.terminal import columns, marks
from judge.clock import utcnow
from judge.records import Chain


def refuse_break(app: App) -> None:
    """In a break there is no problem to be seen or worked on."""
    on = app.practice.break_now()
    if on is not None:
        raise CliError(break_line(*on))


def say_chain(chain: Chain) -> None:
    """Its rounds, and the break's clock where one is on. No problem is named: a break shows none."""
    now = utcnow()
    on, pause = running_round(chain, now), break_at(chain, now)
    m = marks()
    states = ["over" if on is None or session.id != on.id else "runs" for session in chain.sessions]
    states += ["to come" if on or pause else "not begun"] * (len(chain.rounds) - len(states))
    click.echo(chain.title)
    columns(
        ["", "round", "minutes", "state"],
        [
            [m.good if state == "over" else m.todo, f"{number}. {each.title}", str(each.minutes), state]
            for number, (each, state) in enumerate(zip(chain.rounds, states, strict=True), 1)
        ],
    )
    if pause is not None:
        click.echo(break_line(chain, pause))


def break_line(chain: Chain, pause: Break) -> str:
    """``a break: 12:03 left of 15:00; `judge session begin` begins round 2``"""
    line = f"a break: {clock_line(clock_of(chain, pause))}; "
    if chain.hard:
        return line + f"round {pause.before} begins by itself, then `judge session begin` makes its folder"
    return line + f"`judge session begin` begins round {pause.before}"


def chain_document(chain: Chain) -> dict[str, object]:
    now = utcnow()
    on, pause = running_round(chain, now), break_at(chain, now)
    return {
        "chain": chain.id,
        "loop": chain.loop,
        "title": chain.title,
        "rounds": [asdict(each) for each in chain.rounds],
        "sessions": [session.id for session in chain.sessions],
        "running": on.id if on else None,
        "break": pause and {"before": pause.before, "remaining_s": pause.remaining(now).total_seconds()},
    }
