"""``judge session``: rounds of problems or cards under one clock, alone or in a chain, with a scorecard at the end."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from judge.cli.app import App
from judge.cli.chains import chain_document, refuse_break, say_chain
from judge.cli.clockface import clock_line
from judge.cli.errors import CliError
from judge.cli.exitcodes import ExitCode
from judge.cli.judging import judge_left_over
from judge.cli.loops import list_loops
from judge.cli.scorecard import say_scorecard
from judge.cli.sessionfolder import folder_of, free_target, lay_out_session, mark_chain, round_folder
from judge.cli.talk import command as talk_command
from judge.cli.terminal import columns, json_option, marks, print_json
from judge.cli.workspace import find_workspace
from judge.records import Attempt, Chain, Session

FOLDER = click.Path(path_type=Path, file_okay=False)


@click.group()
def command() -> None:
    """Several problems under one clock (a loop), cards to talk about, or a chain of such rounds with breaks; with a
    scorecard at the end.

    \b
    judge session start amazon-ds/r7
    judge session status
    judge session next
    judge session begin            the next round of a chain
    judge session talk             a card, aloud
    judge session finish
    judge session scorecard
    """


command.add_command(talk_command)


@command.command()
@click.argument("loop", required=False)
@click.option("--hard", is_flag=True, help="As in an interview: no pause; at the deadline the last draft is submitted.")
@click.option("--folder", type=FOLDER, help="Where; by the loop's name if not said.")
@json_option
def start(loop: str | None, hard: bool, folder: Path | None, as_json: bool) -> int:
    """Start LOOP: one folder a problem, and one clock for all. Without LOOP: list the loops.

    \b
    judge session start
    judge session start amazon-ds/r7 --hard
    """
    app = App()
    if loop is None:
        list_loops(app, as_json)
        return ExitCode.ACCEPTED
    target = free_target(folder, loop)
    session = app.practice.start_session(loop, hard=hard)
    if session.chain_id is not None:
        chain = app.practice.chain(session.chain_id)
        mark_chain(chain, target)
        target = round_folder(chain, session, target)
    if session.attempts:
        lay_out_session(app, session, target)
    if as_json:
        print_json({**document(session), "folder": str(target) if session.attempts else None})
        return ExitCode.ACCEPTED
    if session.chain_id is not None:
        say_chain(app.practice.chain(session.chain_id))
    say(session)
    say_first(session, target)
    return ExitCode.ACCEPTED


@command.command()
@json_option
def status(as_json: bool) -> int:
    """The clock of the session that runs, and its problems; in a chain also its rounds, or the break's clock."""
    app = App()
    chain, session = app.practice.open_chain(), app.practice.open_session()
    if as_json:
        if session is None and chain is None:
            running(app)  # says that none does
        on = {"chain": chain_document(chain)} if chain else {}
        print_json({**(document(session) if session else {}), **on})
        return ExitCode.ACCEPTED
    if chain is not None:
        say_chain(chain)
    if session is not None or chain is None:
        say(running(app))
    return ExitCode.ACCEPTED


@command.command("next")
@json_option
def next_(as_json: bool) -> int:
    """The next problem that is not solved yet, and its folder; the next card that was not told yet."""
    app = App()
    refuse_break(app)
    session = running(app)
    if session.talks:
        left = [talk for talk in session.talks if not talk.takes]
        card = left[0].number if left else None
        if as_json:
            print_json({"card": card, "cards": len(session.talks)})
        else:
            click.echo(f"judge session talk {card}" if card else "all told; `judge session finish` ends the session")
        return ExitCode.ACCEPTED
    here = find_workspace(Path.cwd())
    attempt = following(session.attempts, here.attempt_id if here else None)
    if attempt is None:
        click.echo("all solved; `judge session finish` ends the session", err=as_json)
        return ExitCode.ACCEPTED
    folder = folder_of(attempt)
    if as_json:
        print_json({"problem": attempt.problem, "attempt": attempt.id, "folder": folder and str(folder)})
        return ExitCode.ACCEPTED
    click.echo(f"{attempt.problem}: {clock_line(session.clock)}")
    otherwise = "judge session begin" if session.chain_id else f"judge start {attempt.problem}"
    click.echo(f"cd {folder}" if folder else f"{otherwise} makes a folder for it here")
    return ExitCode.ACCEPTED


@command.command()
@click.option("--folder", type=FOLDER, help="The chain's folder, if it is not here.")
@json_option
def begin(folder: Path | None, as_json: bool) -> int:
    """Begin the next round of a chain, and make its folder. As an interview a round begins by itself when the break is
    over; then this makes its folder.

    \b
    judge session begin
    """
    app = App()
    chain = app.practice.open_chain()
    if chain is None:
        raise CliError("no chain of rounds is under way; `judge session start` lists the loops")
    if chain.hard:
        refuse_break(app)
    session = app.practice.begin_round(chain.id)
    chain = app.practice.chain(chain.id)
    target = round_folder(chain, session, folder) if session.attempts else None
    if target is not None:
        lay_out_session(app, session, target)
    if as_json:
        print_json({**document(session), "folder": target and str(target)})
        return ExitCode.ACCEPTED
    say_chain(chain)
    say(session)
    say_first(session, target)
    return ExitCode.ACCEPTED


@command.command()
@click.option("--all", "whole", is_flag=True, help="End the whole chain, not this round alone.")
@json_option
def finish(whole: bool, as_json: bool) -> int:
    """End the session that runs, and show its scorecard. In a chain a break follows."""
    app = App()
    chain = app.practice.open_chain()
    if whole and chain is not None:
        return show_cards(app, app.practice.finish_chain(chain.id), as_json)
    refuse_break(app)
    session = app.practice.finish_session(running(app).id)
    show_card(app, session.id, as_json)
    if chain is not None and not as_json:
        say_chain(app.practice.chain(chain.id))
    return ExitCode.ACCEPTED


@command.command()
@click.argument("number", type=int, required=False)
@click.option("--all", "whole", is_flag=True, help="All rounds of the last chain.")
@json_option
def scorecard(number: int | None, whole: bool, as_json: bool) -> int:
    """The scorecard of session NUMBER; of the last one if no number is given."""
    app = App()
    if whole:
        chains = app.practice.chains(limit=1)
        if not chains:
            raise CliError("there was no chain of rounds yet; `judge session start` lists the loops")
        return show_cards(app, chains[0], as_json)
    if number is None:
        latest = app.practice.sessions(limit=1)
        if not latest:
            raise CliError("there was no session yet; `judge session start` lists the loops")
        number = latest[0].id
    return show_card(app, number, as_json)


def show_card(app: App, number: int, as_json: bool) -> int:
    judge_left_over(app)
    card = app.practice.scorecard(number)
    if as_json:
        print_json(asdict(card))
    else:
        say_scorecard(card)
    return ExitCode.ACCEPTED


def show_cards(app: App, chain: Chain, as_json: bool) -> int:
    """Of all rounds of a chain that have begun."""
    judge_left_over(app)
    cards = [app.practice.scorecard(session.id) for session in chain.sessions]
    if as_json:
        print_json({**chain_document(chain), "scorecards": [asdict(card) for card in cards]})
        return ExitCode.ACCEPTED
    say_chain(app.practice.chain(chain.id))
    for card in cards:
        click.echo()
        say_scorecard(card)
    return ExitCode.ACCEPTED


def running(app: App) -> Session:
    session = app.practice.open_session()
    if session is None:
        raise CliError("no session runs; `judge session start` lists the loops")
    return session


def following(attempts: tuple[Attempt, ...], here: int | None) -> Attempt | None:
    """The first that is not accepted, after the one we stand in and then from the start."""
    at = next((i for i, attempt in enumerate(attempts) if attempt.id == here), -1)
    left = [a for a in (*attempts[at + 1 :], *attempts[: at + 1]) if a.accepted_at is None]
    return left[0] if left else None


def say(session: Session) -> None:
    click.echo(f"{session.title} ({session.loop}): {clock_line(session.clock)}")
    m = marks()
    if session.talks:
        columns(
            ["", "no", "card", "takes"],
            [
                [m.good if talk.takes else m.todo, str(talk.number), talk.card.principle, str(len(talk.takes))]
                for talk in session.talks
            ],
        )
        return
    minutes = session.minutes or ("",) * len(session.attempts)
    columns(
        ["", "no", "problem", "minutes"],
        [
            [m.good if attempt.accepted_at else m.todo, str(number), attempt.problem, str(planned)]
            for number, (attempt, planned) in enumerate(zip(session.attempts, minutes, strict=False), 1)
        ],
    )


def say_first(session: Session, target: Path | None) -> None:
    if session.attempts and target is not None:
        click.echo(f"first: cd {target / f'1-{session.attempts[0].problem}'}")
    else:
        click.echo("first: judge session talk")


def document(session: Session) -> dict[str, object]:
    return {
        "id": session.id,
        "loop": session.loop,
        "title": session.title,
        "clock": clock_line(session.clock),
        "problems": [
            {"problem": a.problem, "attempt": a.id, "accepted": a.accepted_at is not None} for a in session.attempts
        ],
        "cards": [
            {"card": talk.number, "principle": talk.card.principle, "takes": len(talk.takes)} for talk in session.talks
        ],
        "chain_id": session.chain_id,
    }
