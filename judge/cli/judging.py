"""Handing in and being judged, in this process: shared by run, submit, watch and session."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import click
from rich.live import Live

from judge.cli.app import App
from judge.cli.attempts import attempt_of
from judge.cli.board import Board, plain_line
from judge.cli.counterexamplelines import counterexample_lines
from judge.cli.errors import CliError
from judge.cli.growthlines import blame_lines, claim_lines, say_growth
from judge.cli.language import language_of
from judge.cli.terminal import console, is_live, print_json
from judge.cli.verdictlines import case_lines, closing_line, failing_case
from judge.cli.workspace import Workspace, find_workspace
from judge.growth.evidence import circumstances
from judge.problem.spoken import DEFAULT, default_language, usable_language
from judge.records import LONGEST_SOURCE, ClockMode, State, Submission
from judge.report import EVENT, Decided, Event, Report
from sandbox.api import Sandbox

Mode = Literal["run", "submit"]
Listener = Callable[[Event], None]


@dataclass(frozen=True, slots=True)
class Handed:
    """What is to be judged, read from where the person said."""

    problem: str
    attempt_id: int
    source: str
    language: str
    workspace: Workspace | None = None


def read_source(file: str | None, workspace: Workspace | None) -> str:
    """The solution's text: of `-` from stdin, of FILE, or of the folder we stand in."""
    if file == "-":
        data = sys.stdin.buffer.read(LONGEST_SOURCE + 1)
        place = "stdin"
    else:
        if file is not None:
            path = Path(file)
        elif workspace is not None:
            path = workspace.solution
        else:
            raise CliError("no file was named, and this is not a problem's folder; `judge start PROBLEM` makes one")
        place = str(path)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            raise CliError(f"{path} is not there; `judge start PROBLEM` writes a starter") from None
        except IsADirectoryError:
            raise CliError(f"{path} is a folder; name the file with the solution") from None
    if len(data) > LONGEST_SOURCE:
        raise CliError(f"{place}: a solution may have at most {LONGEST_SOURCE // 1024} KB")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CliError(f"{place}: not UTF-8 text (byte {error.start})") from None


def hand_in(app: App, file: str | None, problem: str | None, language: str | None) -> Handed:
    """Find the problem, the attempt and the language: named, or those of the folder that the file (or we) lie in."""
    beside = Path.cwd() if file is None or file == "-" else Path(file).resolve().parent
    workspace = find_workspace(beside) or find_workspace(Path.cwd())
    if problem is not None and workspace is not None and workspace.problem != problem:
        workspace = None
    named = app.bank.get(problem) if problem is not None and workspace is None else None
    spoken = language_of(language, file, workspace, default_language(named.spec.interface).name if named else DEFAULT)
    if workspace is not None:
        workspace = replace(workspace, language=spoken)
    source = read_source(file, workspace)
    if workspace is not None:
        attempt_of(app, workspace)
        usable_language(app.bank.get(workspace.problem).spec.interface, spoken)
        return Handed(workspace.problem, workspace.attempt_id, source, spoken, workspace)
    if named is None:
        raise CliError("which problem? Name it with --problem, or work in the folder that `judge start` made")
    slug = named.slug
    usable_language(named.spec.interface, spoken)
    attempt = app.practice.open_attempt(slug) or app.practice.start_attempt(slug, mode=ClockMode.UNTIMED)
    return Handed(slug, attempt.id, source, spoken)


def judge(
    app: App,
    handed: Handed,
    mode: Mode,
    sandbox: Sandbox,
    listen: Listener,
    claim: str | None = None,
    own_cases: tuple[str, ...] = (),
    full: bool = False,
) -> tuple[Submission, Report]:
    """Submit and judge at once; every event goes to `listen` as it happens."""
    from judge.dispatch import judge_one

    practice = app.practice
    submission = practice.submit(
        handed.attempt_id,
        handed.source,
        mode=mode,
        language=handed.language,
        claim=claim,
        own_cases=own_cases,
        full=full,
    )
    report = judge_one(practice, app.bank, sandbox, submission, listen)
    return practice.submission(submission.id), report


def judge_left_over(app: App) -> None:
    """Judge what waits: drafts that a hard deadline submitted while no server ran."""
    from judge.dispatch import judge_one
    from sandbox import open_sandbox

    practice = app.practice
    practice.submit_expired_drafts()
    waiting = [s for s in practice.history(limit=100) if s.state is State.QUEUED]
    if not waiting:
        return
    with open_sandbox() as sandbox:
        for submission in reversed(waiting):
            click.echo(f"judging {submission.problem} as it stood at the deadline ...", err=True)
            judge_one(practice, app.bank, sandbox, submission)


@contextmanager
def showing(as_json: bool, events: bool) -> Iterator[Listener]:
    """Yields what shows events: a table that is redrawn, plain lines, JSON lines, or nothing until the report."""
    if as_json:
        yield (lambda event: click.echo(EVENT.dump_json(event))) if events else (lambda event: None)
        return
    if not is_live():

        def say(event: Event) -> None:
            if (line := plain_line(event)) is not None:
                click.echo(line)

        yield say
        return
    board = Board()
    with Live(board.draw(), console=console(), refresh_per_second=8) as live:

        def draw(event: Event) -> None:
            board.hear(event)
            live.update(board.draw(), refresh=isinstance(event, Decided))

        yield draw


def say_report(report: Report, as_json: bool, events: bool) -> None:
    """What stands below the table: the failing case, the smallest input that fails, growth, claims, the sentence, the
    line, the closing line."""
    if as_json:
        if not events:  # else the last line, `decided`, has carried it
            print_json(report.model_dump(mode="json"))
        return
    if (case := failing_case(report)) is not None:
        click.echo("\n".join(case_lines(case)))
    for line in counterexample_lines(report.counterexample):
        click.echo(line)
    say_growth(report)
    for line in claim_lines(report):
        click.echo(line)
    click.echo(report.sentence)
    for line in blame_lines(report):
        click.echo(line)
    if told := circumstances(report.host):
        click.echo(told)
    click.echo(closing_line(report))
