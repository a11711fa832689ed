"""``judge problem``: for those who write problems."""

from __future__ import annotations

import math
import random
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any, get_args

import click

from judge.cli.app import App
from judge.cli.errors import CliError
from judge.cli.exitcodes import ExitCode
from judge.cli.proofs import listening, say_all
from judge.cli.proving import Wish, dearest_first, prove
from judge.cli.terminal import is_live, json_option, print_json
from judge.problem.bank import Bank
from judge.problem.check import CheckRow
from judge.problem.faults import Fault, ProblemError
from judge.problem.load import load_problem
from judge.problem.new import CheckerName, Kind, RuntimeName, Wanted, fitting_checkers, fitting_runtimes, new_problem


@click.group()
def command() -> None:
    """Write problems, and prove them on this host.

    \b
    judge problem new two-sum
    judge problem check two-sum --fast
    judge problem check two-sum
    judge problem check --all
    """


@command.command()
@click.argument("slug")
@click.option("--kind", type=click.Choice(get_args(Kind)), help="How a submission is called.  [default: function]")
@click.option("--runtime", type=click.Choice(get_args(RuntimeName)), help="python-data has numpy, pandas, duckdb.")
@click.option("--checker", type=click.Choice(get_args(CheckerName)), help="What makes an answer right.")
@click.option("--title", default="", help="Made of SLUG where it is not given.")
@click.option("--from", "like", metavar="SLUG", help="The shape of a problem of the bank, every text blank.")
@json_option
def new(
    slug: str,
    kind: Kind | None,
    runtime: RuntimeName | None,
    checker: CheckerName | None,
    title: str,
    like: str | None,
    as_json: bool,
) -> int:
    """Make the folder of a new problem SLUG in the bank: fill its blanks, then check it.

    On a terminal it asks for what no option says. docs/writing-problems.md leads through the rest.

    \b
    judge problem new two-sum
    judge problem new moving-median --kind class --checker float
    judge problem new first-purchase --kind sql
    judge problem new sales-by-region --runtime python-data
    judge problem new rolling-maximum --from rolling-average
    """
    app = App()
    try:
        if like is not None:
            if kind or runtime or checker or title:
                raise CliError("--from takes everything from the other problem; give it alone")
            folder = new_problem(app.bank.folder, slug, app.bank.get(like))
        else:
            asked = None if as_json or not is_asked() else click.prompt
            folder = new_problem(app.bank.folder, slug, wanted(kind, runtime, checker, title, asked))
    except ProblemError as error:
        raise CliError(str(error)) from None
    blanks = blanks_of(folder)
    if as_json:
        print_json({"folder": str(folder), "blanks": len(blanks)})
    else:
        click.echo(f"made {folder}")
        click.echo(f"fill its {len(blanks)} blanks, then: judge problem check {slug} --fast")
        click.echo("the way from here to a proved problem: docs/writing-problems.md")
    return ExitCode.ACCEPTED


def is_asked() -> bool:
    """Whether somebody sits there to answer."""
    return is_live() and sys.stdin.isatty()


def wanted(
    kind: Kind | None,
    runtime: RuntimeName | None,
    checker: CheckerName | None,
    title: str,
    ask: Callable[..., Any] | None,
) -> Wanted:
    """What the options say; for what they leave open, the answers of `ask`, or the usual where nobody can be asked."""

    def chosen(given: str | None, question: str, choices: tuple[str, ...]) -> Any:
        if given is not None or ask is None:
            return given or choices[0]
        return ask(question, type=click.Choice(choices), default=choices[0])

    kind = chosen(kind, "interface", get_args(Kind))
    runtime = chosen(runtime, "runtime", fitting_runtimes(kind, checker))
    checker = chosen(checker, "checker", fitting_checkers(kind, runtime))
    return Wanted(kind, title, runtime, checker)


def blanks_of(folder: Path) -> list[Fault]:
    try:
        load_problem(folder)
    except ProblemError as error:
        return [fault for fault in error.faults if fault.blank]
    return []


@command.command()
@click.argument("slugs", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="The whole bank.")
@click.option("-j", "--jobs", type=click.IntRange(1), help="So many problems at once.  [default: this host's cores]")
@click.option("--full", is_flag=True, help="Also the cases that are too large for every day.")
@click.option("--fast", is_flag=True, help="Small cases only, and no growth: seconds, while you write.")
@click.option(
    "--also",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Also submissions that are kept apart from the bank: FOLDER/SLUG/accepted/..., wrong/..., too_slow/...",
)
@click.option(
    "--minutes",
    type=click.FloatRange(0, min_open=True),
    help="Begin no further problem after that; any order, and what was not proved is named.",
)
@click.option("--again", is_flag=True, help="Judge once more what differs: on a noisy machine; which it was is said.")
@json_option
def check(
    slugs: tuple[str, ...],
    everything: bool,
    jobs: int | None,
    full: bool,
    fast: bool,
    also: Path | None,
    minutes: float | None,
    again: bool,
    as_json: bool,
) -> int:
    """Prove problems on this host: their parts fit, and every known submission gets the verdict its folder says.

    In a problem's folder of the bank no name is needed. Several problems are proved at once, each on cores of its own,
    and end in a table. Ends with 1 if anything differs.

    \b
    judge problem check rolling-average running-median
    judge problem check rolling-average --fast
    judge problem check --all --json
    judge problem check --all -j 1
    judge problem check stream-csv-sum --full
    judge problem check --all --also tests/corpus
    judge problem check --all --minutes 10
    judge problem check --all --again
    """
    if full and fast:
        raise CliError("--full and --fast exclude each other")
    app = App()
    chosen = chosen_slugs(app.bank, slugs, everything)
    # With minutes each gets its turn in some of many runs.
    order = dearest_first(app.bank, chosen) if minutes is None else random.sample(chosen, len(chosen))
    until = math.inf if minutes is None else time.monotonic() + 60 * minutes
    wish = Wish(full, fast, again, also=also)
    rows: list[CheckRow] = []
    try:
        with (
            listening(app.bank, chosen, as_json, wish) as hear,
            closing(prove(app, order, wish, jobs, lambda: time.monotonic() > until)) as told,
        ):
            for one in told:
                hear(one)
                if isinstance(one, CheckRow):
                    rows.append(one)
    except KeyboardInterrupt:
        if not as_json:
            say_all(chosen, rows)
        raise
    rows.sort(key=lambda row: chosen.index(row.problem))  # each problem's own stay in their order
    wrong = [row for row in rows if not row.ok]
    left = sorted(set(chosen) - {row.problem for row in rows})
    if as_json:
        print_json({"ok": not wrong, "not_proved": left, "rows": [asdict(row) for row in rows]})
    else:
        say_all(chosen, rows)
        if fast and not wrong:
            click.echo("growth and large cases are still to be proved: the same without --fast")
        if left:
            click.echo(f"NOT PROVED, for lack of time: {', '.join(left)}")
    return ExitCode.WRONG if wrong else ExitCode.ACCEPTED


def chosen_slugs(bank: Bank, slugs: tuple[str, ...], everything: bool) -> list[str]:
    if everything:
        return bank.slugs()
    if slugs:
        known = set(bank.slugs())
        for slug in slugs:
            if slug not in known:
                bank.get(slug)  # raises, offering close names
        return list(dict.fromkeys(slugs))
    here = Path.cwd().resolve()
    for folder in (here, *here.parents):
        if folder.parent == bank.folder.resolve() and folder.name in bank.slugs():
            return [folder.name]
    raise CliError("which problem? Name some, or say --all")
