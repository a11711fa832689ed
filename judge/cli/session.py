"""``judge session``: several problems under one clock, and a scorecard at the end.

A session's folder holds one problem's folder an attempt: `amazon-ds-r7/1-rolling-average/`.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from judge.cli.app import App
from judge.cli.clockface import clock_line
from judge.cli.describe import markdown
from judge.cli.errors import CliError
from judge.cli.exitcodes import ExitCode
from judge.cli.judging import judge_left_over
from judge.cli.scorecard import say_scorecard
from judge.cli.terminal import columns, json_option, marks, print_json
from judge.cli.workspace import Workspace, find_workspace, lay_out
from judge.problem.loops import Loop
from judge.records import Attempt, Scorecard, Session

MARKER = ".landau-session.json"


@click.group()
def command() -> None:
    """Several problems under one clock (a loop), with a scorecard at the end.

    \b
    judge session start amazon-ds/r7
    judge session status
    judge session next
    judge session finish
    judge session scorecard
    """


@command.command()
@click.argument("loop", required=False)
@click.option("--hard", is_flag=True, help="As in an interview: no pause; at the deadline the last draft is submitted.")
@click.option(
    "--folder", type=click.Path(path_type=Path, file_okay=False), help="Where; by the loop's name if not said."
)
@json_option
def start(loop: str | None, hard: bool, folder: Path | None, as_json: bool) -> int:
    """Start LOOP: one folder a problem, and one clock for all. Without LOOP: list the loops.

    \b
    judge session start
    judge session start amazon-ds/r7 --hard
    """
    app = App()
    if loop is None:
        return list_loops(app, as_json)
    if loop not in app.practice.loops():
        raise CliError(f"no loop is called {loop}; `judge session start` lists them")
    target = (folder or Path.cwd() / loop.replace("/", "-")).resolve()
    if target.exists() and any(target.iterdir()):
        raise CliError(f"{target} exists and is not empty; name another with --folder")
    session = app.practice.start_session(loop, hard=hard)
    target.mkdir(parents=True, exist_ok=True)
    (target / MARKER).write_text(json.dumps({"session": session.id}) + "\n", encoding="utf-8")
    for number, attempt in enumerate(session.attempts, 1):
        problem, samples = app.bank.get(attempt.problem), app.practice.samples(attempt.problem)
        workspace = Workspace(target / f"{number}-{attempt.problem}", attempt.problem, attempt.id)
        lay_out(workspace, markdown(problem, samples), problem.starter, samples, fresh=False)
    if as_json:
        print_json({**document(session), "folder": str(target)})
        return ExitCode.ACCEPTED
    say(session)
    click.echo(f"first: cd {target / f'1-{session.attempts[0].problem}'}")
    return ExitCode.ACCEPTED


@command.command()
@json_option
def status(as_json: bool) -> int:
    """The clock of the session that runs, and its problems."""
    session = running(App())
    if as_json:
        print_json(document(session))
    else:
        say(session)
    return ExitCode.ACCEPTED


@command.command("next")
@json_option
def next_(as_json: bool) -> int:
    """The next problem that is not solved yet, and its folder."""
    session = running(App())
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
    click.echo(f"cd {folder}" if folder else f"judge start {attempt.problem} makes a folder for it here")
    return ExitCode.ACCEPTED


@command.command()
@json_option
def finish(as_json: bool) -> int:
    """End the session that runs, and show its scorecard."""
    app = App()
    session = app.practice.finish_session(running(app).id)
    return show_card(app, session.id, as_json)


@command.command()
@click.argument("number", type=int, required=False)
@json_option
def scorecard(number: int | None, as_json: bool) -> int:
    """The scorecard of session NUMBER; of the last one if no number is given."""
    app = App()
    if number is None:
        latest = app.practice.sessions(limit=1)
        if not latest:
            raise CliError("there was no session yet; `judge session start` lists the loops")
        number = latest[0].id
    return show_card(app, number, as_json)


def show_card(app: App, number: int, as_json: bool) -> int:
    judge_left_over(app)
    card: Scorecard = app.practice.scorecard(number)
    if as_json:
        print_json(asdict(card))
    else:
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


def folder_of(attempt: Attempt) -> Path | None:
    """Where its folder is: beside us or below us."""
    here = Path.cwd().resolve()
    top = next((folder for folder in (here, *here.parents) if (folder / MARKER).exists()), None)
    if top is None:
        return None
    for folder in sorted(top.iterdir()):
        found = find_workspace(folder) if folder.is_dir() else None
        if found is not None and found.attempt_id == attempt.id:
            return folder
    return None


def list_loops(app: App, as_json: bool) -> int:
    loops = app.practice.loops().values()
    if as_json:
        print_json(
            [
                {"id": x.id, "title": x.title, "minutes": x.minutes, "problems": [e.slug for e in x.entries]}
                for x in loops
            ]
        )
    else:
        columns(
            ["loop", "minutes", "problems", "title"],
            [[x.id, f"{x.minutes:g}", ", ".join(e.slug for e in x.entries), x.title] for x in loops],
        )
    return ExitCode.ACCEPTED


def loop_document(loop: Loop) -> dict[str, object]:
    problems = [entry.slug for entry in loop.entries]
    return {"id": loop.id, "title": loop.title, "minutes": loop.minutes, "problems": problems}


def say(session: Session) -> None:
    click.echo(f"{session.title} ({session.loop}): {clock_line(session.clock)}")
    m = marks()
    minutes = session.minutes or ("",) * len(session.attempts)
    columns(
        ["", "no", "problem", "minutes"],
        [
            [m.good if attempt.accepted_at else m.todo, str(number), attempt.problem, str(planned)]
            for number, (attempt, planned) in enumerate(zip(session.attempts, minutes, strict=False), 1)
        ],
    )


def document(session: Session) -> dict[str, object]:
    return {
        "id": session.id,
        "loop": session.loop,
        "title": session.title,
        "clock": clock_line(session.clock),
        "problems": [
            {"problem": a.problem, "attempt": a.id, "accepted": a.accepted_at is not None} for a in session.attempts
        ],
    }
