"""``judge list``: the bank, and where the person stands."""

from __future__ import annotations

import click

from judge.cli.app import App
from judge.cli.exitcodes import ExitCode
from judge.cli.loops import missing_lines
from judge.cli.terminal import columns, json_option, marks, print_json
from judge.problem.model import Problem
from judge.records import ProblemStatus

STATUSES = [str(status) for status in ProblemStatus]


@click.command("list")
@click.argument("words", nargs=-1)
@click.option("--tag", "tags", multiple=True, help="Only problems with this tag; may be repeated.")
@click.option("--status", type=click.Choice(STATUSES), help="Only problems with this status.")
@click.option("--hide-difficulty", is_flag=True, help="As in an interview: nobody tells you.")
@json_option
def command(
    words: tuple[str, ...], tags: tuple[str, ...], status: str | None, hide_difficulty: bool, as_json: bool
) -> int:
    """List the problems, or those that hold all of WORDS.

    \b
    judge list
    judge list median --status todo
    judge list --tag heap --json
    """
    app = App()
    statuses = app.practice.statuses()

    def status_of(problem: Problem) -> ProblemStatus:
        return statuses.get(problem.slug, ProblemStatus.TODO)

    chosen = [
        problem
        for problem in app.bank.all()
        if matches(problem, words, tags) and (status is None or status_of(problem) == status)
    ]
    faults = [str(fault) for fault in app.bank.faults()]
    lacking = {name: lacks for name, loop in app.practice.loops().items() if (lacks := app.practice.missing(loop))}
    if as_json:
        print_json(
            {
                "problems": [
                    {
                        "slug": problem.slug,
                        "title": problem.spec.title,
                        "difficulty": None if hide_difficulty else problem.spec.difficulty,
                        "minutes": problem.spec.clock_minutes,
                        "tags": problem.spec.tags,
                        "status": status_of(problem),
                    }
                    for problem in chosen
                ],
                "faults": faults,
                "loops_lacking": lacking,
            }
        )
        return ExitCode.ACCEPTED
    columns(
        ["", "problem", "title", "" if hide_difficulty else "difficulty", "minutes", "status", "tags"],
        [
            [
                mark(status_of(problem)),
                problem.slug,
                problem.spec.title,
                "" if hide_difficulty else problem.spec.difficulty,
                str(problem.spec.clock_minutes),
                str(status_of(problem)),
                ", ".join(problem.spec.tags),
            ]
            for problem in chosen
        ],
    )
    if not chosen:
        click.echo("no problem fits; `judge list` shows all", err=True)
    if faults:
        click.echo(f"{len(faults)} not loaded; `judge problem check` says why", err=True)
    if not (words or tags or status):
        for line in missing_lines(lacking):
            click.echo(f"loop {line}", err=True)
    return ExitCode.ACCEPTED


def matches(problem: Problem, words: tuple[str, ...], tags: tuple[str, ...]) -> bool:
    text = " ".join([problem.slug, problem.spec.title, *problem.spec.tags]).lower()
    return all(word.lower() in text for word in words) and all(tag in problem.spec.tags for tag in tags)


def mark(status: ProblemStatus) -> str:
    m = marks()
    return {ProblemStatus.SOLVED: m.good, ProblemStatus.TOO_SLOW: m.star, ProblemStatus.TRIED: m.bad}.get(
        status, m.todo
    )
