"""``judge show``: a problem's statement."""

from __future__ import annotations

from pathlib import Path

import click
from rich.markdown import Markdown

from judge.cli.app import App
from judge.cli.chains import refuse_break
from judge.cli.describe import markdown, requirements, signature
from judge.cli.errors import CliError
from judge.cli.exitcodes import ExitCode
from judge.cli.terminal import console, is_live, json_option, print_json
from judge.cli.workspace import find_workspace


@click.command()
@click.argument("problem", required=False)
@click.option("--editorial", is_flag=True, help="The setter's explanation instead: it gives the solution away.")
@click.option("--hide-difficulty", is_flag=True)
@json_option
def command(problem: str | None, editorial: bool, hide_difficulty: bool, as_json: bool) -> int:
    """Show PROBLEM: statement, interface, required growth, samples. In a problem's folder no name is needed.

    \b
    judge show running-median
    judge show running-median --editorial
    """
    app = App()
    found = app.bank.get(problem or here())
    refuse_break(app)
    samples = app.practice.samples(found.slug)
    if as_json:
        spec = found.spec
        print_json(
            {
                "slug": found.slug,
                "title": spec.title,
                "difficulty": None if hide_difficulty else spec.difficulty,
                "minutes": spec.clock_minutes,
                "tags": spec.tags,
                "statement": found.statement,
                "signature": signature(spec),
                "requirements": requirements(found),
                "hints": len(found.hints),
                "samples": [
                    {"name": s.name, "input": s.input, "expected": s.expected, "note": s.note} for s in samples
                ],
                **({"editorial": found.editorial} if editorial else {}),
            }
        )
        return ExitCode.ACCEPTED
    text = found.editorial if editorial else markdown(found, samples, not hide_difficulty)
    if is_live():
        console().print(Markdown(text), soft_wrap=False)
    else:
        click.echo(text)
    return ExitCode.ACCEPTED


def here() -> str:
    """The problem whose folder we stand in."""
    workspace = find_workspace(Path.cwd())
    if workspace is None:
        raise CliError("no problem was named, and this is not a problem's folder; `judge list` shows what there is")
    return workspace.problem
