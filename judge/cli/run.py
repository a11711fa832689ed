"""``judge run``: the samples, and cases of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from judge.cli.app import App
from judge.cli.errors import CliError
from judge.cli.exitcodes import for_report, help_text
from judge.cli.judging import Handed, hand_in, judge, say_report, showing
from judge.cli.language import language_option
from judge.cli.terminal import json_option


@click.command(epilog=help_text())
@click.argument("file", required=False)
@click.option("--problem", help="Where there is no folder to tell.")
@language_option
@click.option(
    "--case", "cases", multiple=True, type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="An input of your own, written like samples/1.in; may be repeated. Files in cases/ are run anyway.",
)  # fmt: skip
@json_option
@click.option("--events", is_flag=True, help="With --json: every event as a line, as it happens.")
def command(
    file: str | None, problem: str | None, language: str | None, cases: tuple[Path, ...], as_json: bool, events: bool
) -> int:
    """Run the solution (the file of this folder, FILE, or - for stdin) on the samples and on your own cases.

    Your own cases are answered by the reference, so a case needs no answer from you.

    \b
    judge run
    judge run --case cases/long.in
    judge run main.cpp
    cat other.py | judge run - --problem running-median
    """
    from sandbox import open_sandbox

    app = App()
    handed = hand_in(app, file, problem, language)
    own = own_cases(handed, cases)
    with open_sandbox() as sandbox, showing(as_json, events) as listen:
        submission, report = judge(app, handed, "run", sandbox, listen, own_cases=own)
    say_report(report, as_json, events)
    return for_report(report, submission.late)


def own_cases(handed: Handed, named: tuple[Path, ...] = ()) -> tuple[str, ...]:
    """The texts of the person's own cases: those of the folder, then those named."""
    folder = handed.workspace.own_cases() if handed.workspace else []
    paths = [*folder, *(path for path in named if path.resolve() not in folder)]
    texts = []
    for path in paths:
        try:
            texts.append(path.read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            raise CliError(f"{path}: not UTF-8 text") from None
    return tuple(texts)
