"""``judge hint``: one more hint, and it is written down that it was shown."""

from __future__ import annotations

import click
from rich.markdown import Markdown

from judge.cli.app import App
from judge.cli.attempts import attempt_here
from judge.cli.exitcodes import ExitCode
from judge.cli.terminal import console, is_live, json_option, print_json


@click.command()
@click.argument("problem", required=False)
@click.option("--seen", is_flag=True, help="Only those already shown.")
@json_option
def command(problem: str | None, seen: bool, as_json: bool) -> int:
    """Show the next hint. Hints that were shown are logged, and stand on the scorecard.

    \b
    judge hint
    judge hint running-median --seen
    """
    app = App()
    attempt = attempt_here(app, problem)
    before = app.practice.hints_shown(attempt.id)
    hints = before if seen else app.practice.show_hint(attempt.id)
    total = len(app.bank.get(attempt.problem).hints)
    if as_json:
        print_json({"problem": attempt.problem, "shown": hints, "total": total})
        return ExitCode.ACCEPTED
    if not seen and len(hints) == len(before):
        click.echo("there are no more hints" if total else "this problem has no hints")
    for number, hint in list(enumerate(hints, 1))[0 if seen else max(0, len(hints) - 1) :]:
        click.echo(f"hint {number} of {total}")
        if is_live():
            console().print(Markdown(hint), soft_wrap=False)
        else:
            click.echo(hint)
    return ExitCode.ACCEPTED
