"""``judge status``: the clock, and where the person stands."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from judge.cli.app import App
from judge.cli.attempts import attempt_of
from judge.cli.chains import break_line
from judge.cli.clockface import clock_line
from judge.cli.exitcodes import ExitCode
from judge.cli.terminal import json_option, print_json
from judge.cli.verdictlines import closing_line
from judge.cli.workspace import find_workspace
from judge.records import Attempt, ProblemStatus, Session


@click.command()
@json_option
def command(as_json: bool) -> int:
    """Say where you stand: in a problem's folder its clock and last verdict, elsewhere the whole bank.

    \b
    judge status
    judge status --json
    """
    app = App()
    workspace = find_workspace(Path.cwd())
    attempt = attempt_of(app, workspace) if workspace else None
    session = app.practice.open_session()
    if as_json:
        print_json(document(app, attempt, session))
        return ExitCode.ACCEPTED
    on = app.practice.break_now()
    if on is not None:
        click.echo(break_line(*on))
    if session is not None:
        click.echo(f"session {session.loop}: {clock_line(session.clock)}")
    if attempt is not None:
        say_attempt(app, attempt)
    else:
        counts = Counter(app.practice.statuses().get(slug, ProblemStatus.TODO) for slug in app.bank.slugs())
        click.echo(", ".join(f"{counts[status]} {status}" for status in ProblemStatus) or "no problems")
    return ExitCode.ACCEPTED


def say_attempt(app: App, attempt: Attempt) -> None:
    click.echo(f"{attempt.problem}: {clock_line(attempt.clock)}")
    hints = len(app.bank.get(attempt.problem).hints)
    submissions = app.practice.submissions(attempt_id=attempt.id)
    click.echo(f"hints shown: {attempt.hints_shown} of {hints}; submissions and runs: {len(submissions)}")
    last = next((s for s in submissions if s.report is not None), None)
    if last is not None and last.report is not None:
        click.echo(f"last {last.mode}: {closing_line(last.report)}")


def document(app: App, attempt: Attempt | None, session: Session | None) -> dict[str, object]:
    statuses = app.practice.statuses()
    last = app.practice.submissions(attempt_id=attempt.id, limit=1) if attempt else []
    return {
        "problems": {slug: statuses.get(slug, ProblemStatus.TODO) for slug in app.bank.slugs()},
        "attempt": attempt
        and {
            "id": attempt.id,
            "problem": attempt.problem,
            "clock": clock_line(attempt.clock),
            "accepted": attempt.accepted_at is not None,
            "hints_shown": attempt.hints_shown,
            "last": last[0].report.model_dump(mode="json") if last and last[0].report else None,
        },
        "session": session and {"id": session.id, "loop": session.loop, "clock": clock_line(session.clock)},
    }
