"""``judge submit``: the hidden cases, then growth."""

from __future__ import annotations

import click

from judge.cli.app import App
from judge.cli.exitcodes import for_report, help_text
from judge.cli.judging import hand_in, judge, say_report, showing
from judge.cli.language import language_option
from judge.cli.terminal import json_option


@click.command(epilog=help_text())
@click.argument("file", required=False)
@click.option("--problem", help="Where there is no folder to tell.")
@language_option
@click.option("--claim", help='What you say it costs, "O(n log n), O(n)": time, space.')
@click.option("--full", is_flag=True, help="Also the cases that are too large for every day.")
@json_option
@click.option("--events", is_flag=True, help="With --json: every event as a line, as it happens.")
def command(
    file: str | None,
    problem: str | None,
    language: str | None,
    claim: str | None,
    full: bool,
    as_json: bool,
    events: bool,
) -> int:
    """Submit the solution (the file of this folder, FILE, or - for stdin) and have it judged.

    \b
    judge submit
    judge submit --claim "O(n log n), O(n)"
    judge submit other.py --json
    judge submit main.cpp
    judge submit main.py --language pypy
    judge submit --full
    cat other.py | judge submit - --problem running-median
    """
    from sandbox import open_sandbox

    app = App()
    handed = hand_in(app, file, problem, language)
    if claim is not None:
        from judge.growth.complexity import parse_claim

        parse_claim(claim)  # a claim nobody can read is said now, not after a minute
    with open_sandbox() as sandbox, showing(as_json, events) as listen:
        submission, report = judge(app, handed, "submit", sandbox, listen, claim, full=full)
    say_report(report, as_json, events)
    if submission.late:
        click.echo("time was up: this was judged, and does not count", err=True)
    return for_report(report, submission.late)
