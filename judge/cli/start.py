"""``judge start``: a folder to work in, and the clock runs."""

from __future__ import annotations

from pathlib import Path

import click

from judge.cli.app import App
from judge.cli.clockface import clock_line
from judge.cli.describe import markdown
from judge.cli.errors import CliError
from judge.cli.exitcodes import ExitCode
from judge.cli.language import language_option
from judge.cli.terminal import json_option, print_json
from judge.cli.workspace import Workspace, lay_out, read_workspace
from judge.problem.spoken import default_language, starter_in, usable_language
from judge.records import Attempt, ClockMode


@click.command()
@click.argument("problem")
@click.option("--minutes", type=click.FloatRange(min=0.1), help="Instead of the problem's own.")
@click.option(
    "--mode",
    type=click.Choice(["countdown", "stopwatch", "untimed"]),
    help="How the clock runs; a countdown if you do not say.",
)
@click.option("--folder", type=click.Path(path_type=Path, file_okay=False), help="Where; ./PROBLEM if you do not say.")
@language_option
@click.option("--again", is_flag=True, help="A new attempt even if one is open; your solution stays.")
@click.option("--fresh", is_flag=True, help="A new attempt with the starter; your solution is renamed aside.")
@json_option
def command(
    problem: str,
    minutes: float | None,
    mode: str | None,
    folder: Path | None,
    language: str | None,
    again: bool,
    fresh: bool,
    as_json: bool,
) -> int:
    """Start PROBLEM: make its folder and start the clock.

    An attempt that is open goes on. Nothing that you wrote is ever overwritten.

    \b
    judge start running-median
    judge start running-median --minutes 30 --mode stopwatch
    judge start running-median --language java
    judge start running-median --fresh
    """
    app = App()
    found = app.bank.get(problem)
    target = (folder or Path.cwd() / found.slug).resolve()
    before = occupied(target, found.slug)
    interface = found.spec.interface
    spoken = usable_language(interface, language or (before.language if before else default_language(interface).name))
    samples = app.practice.samples(found.slug)
    attempt = None if again or fresh else app.practice.open_attempt(found.slug)
    continued = attempt is not None
    if attempt is None:
        attempt = app.practice.start_attempt(found.slug, mode=ClockMode(mode) if mode else None, minutes=minutes)
    workspace = Workspace(target, found.slug, attempt.id, spoken.name)
    aside = lay_out(workspace, markdown(found, samples), starter_in(found, spoken), samples, fresh)
    if as_json:
        print_json(
            {
                "problem": found.slug,
                "attempt": attempt.id,
                "folder": str(target),
                "language": spoken.name,
                "continued": continued,
                "renamed": str(aside) if aside else None,
            }
        )
        return ExitCode.ACCEPTED
    say(workspace, attempt, continued, aside, again=bool(minutes or mode))
    return ExitCode.ACCEPTED


def occupied(target: Path, slug: str) -> Workspace | None:
    """What is there already. A folder that is not ours to write in is refused."""
    workspace = read_workspace(target)
    if workspace is not None and workspace.problem != slug:
        raise CliError(f"{target} is the folder of {workspace.problem}; name another with --folder")
    if workspace is None and target.is_dir() and any(target.iterdir()):
        raise CliError(f"{target} exists and is not a folder of Landau's; name another with --folder")
    return workspace


def say(workspace: Workspace, attempt: Attempt, continued: bool, aside: Path | None, again: bool) -> None:
    click.echo(f"{'going on' if continued else 'started'}: {clock_line(attempt.clock)}")
    if continued and again:
        click.echo("an attempt is open, so --minutes and --mode did nothing; --again starts a new one", err=True)
    if aside:
        click.echo(f"your old solution is {aside.name}")
    click.echo(f"statement: {workspace.folder / 'README.md'}")
    click.echo(f"write:     {workspace.solution}")
    click.echo("then, in that folder: judge run, judge submit, or judge watch")
