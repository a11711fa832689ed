"""``judge history``: what was handed in, newest first."""

from __future__ import annotations

import click

from judge.cli.app import App
from judge.cli.errors import CliError
from judge.cli.exitcodes import ExitCode
from judge.cli.judging import say_report
from judge.cli.terminal import columns, duration, json_option, marks, print_json
from judge.records import Submission


@click.command()
@click.argument("problem", required=False)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True)
@click.option("--report", "number", type=int, help="The whole report of one submission, by its number.")
@click.option("--source", "source", type=int, help="The text of one submission, by its number.")
@json_option
def command(problem: str | None, limit: int, number: int | None, source: int | None, as_json: bool) -> int:
    """List what was handed in, newest first; of PROBLEM only, if it is named.

    \b
    judge history
    judge history running-median --json
    judge history --report 12
    judge history --source 12 > old.py
    """
    app = App()
    if source is not None:
        click.echo(app.practice.submission(source).source, nl=False)
        return ExitCode.ACCEPTED
    if number is not None:
        report = app.practice.submission(number).report
        if report is None:
            raise CliError(f"submission {number} is not judged yet")
        say_report(report, as_json, events=False)
        return ExitCode.ACCEPTED
    if problem is not None:
        found = app.practice.submissions(problem=app.bank.get(problem).slug, limit=limit)
    else:
        found = app.practice.history(limit=limit)
    if as_json:
        print_json([document(submission) for submission in found])
        return ExitCode.ACCEPTED
    columns(["", "no", "when", "problem", "mode", "verdict", "growth", "on the clock"], [row(s) for s in found])
    return ExitCode.ACCEPTED


def row(submission: Submission) -> list[str]:
    report, m = submission.report, marks()
    mark = m.todo if report is None else m.good if report.accepted else m.bad
    return [
        mark,
        str(submission.id),
        submission.received_at.astimezone().strftime("%Y-%m-%d %H:%M"),
        submission.problem,
        submission.mode,
        str(report.verdict) if report else str(submission.state),
        str(report.growth) if report and report.growth else "",
        (duration(submission.elapsed) if submission.elapsed is not None else "") + (" late" if submission.late else ""),
    ]


def document(submission: Submission) -> dict[str, object]:
    report = submission.report
    return {
        "id": submission.id,
        "problem": submission.problem,
        "mode": submission.mode,
        "state": submission.state,
        "received_at": submission.received_at.isoformat(),
        "elapsed_s": submission.elapsed.total_seconds() if submission.elapsed is not None else None,
        "late": submission.late,
        "claim": submission.claim,
        "verdict": report.verdict if report else None,
        "growth": report.growth if report else None,
        "accepted": report.accepted if report else None,
        "sentence": report.sentence if report else None,
    }
