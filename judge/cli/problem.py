"""``judge problem``: for those who write problems."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path

import click
from rich.live import Live
from rich.spinner import Spinner

from judge.cli.app import App
from judge.cli.errors import CliError
from judge.cli.exitcodes import ExitCode
from judge.cli.terminal import console, cpu_time, is_live, json_option, marks, memory, print_json
from judge.problem.bank import Bank
from judge.problem.check import CheckRow, check_problem
from judge.problem.faults import ProblemError
from judge.problem.new import Kind, new_problem
from sandbox.api import Sandbox


@click.group()
def command() -> None:
    """Write problems, and prove them on this host.

    \b
    judge problem new two-sum
    judge problem check two-sum
    judge problem check --all
    """


@command.command()
@click.argument("slug")
@click.option("--kind", type=click.Choice(["function", "class", "stdio"]), default="function", show_default=True)
@json_option
def new(slug: str, kind: Kind, as_json: bool) -> int:
    """Make the folder of a new problem SLUG in the bank: fill its blanks, then check it.

    \b
    judge problem new two-sum
    judge problem new moving-median --kind class
    """
    try:
        folder = new_problem(App().bank.folder, slug, kind)
    except ProblemError as error:
        raise CliError(str(error)) from None
    if as_json:
        print_json({"folder": str(folder)})
    else:
        click.echo(f"made {folder}")
        click.echo(f"fill its blanks, then: judge problem check {slug}")
    return ExitCode.ACCEPTED


@command.command()
@click.argument("slugs", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="The whole bank.")
@click.option("--full", is_flag=True, help="Also the cases that are too large for every day.")
@json_option
def check(slugs: tuple[str, ...], everything: bool, full: bool, as_json: bool) -> int:
    """Prove problems on this host: their parts fit, and every known submission gets the verdict its folder says.

    In a problem's folder of the bank no name is needed. Ends with 1 if anything differs.

    \b
    judge problem check rolling-average running-median
    judge problem check --all --json
    judge problem check stream-csv-sum --full
    """
    from sandbox import open_sandbox

    app = App()
    chosen = chosen_slugs(app.bank, slugs, everything)
    rows: list[CheckRow] = []
    with open_sandbox() as sandbox:
        for row in prove(app, chosen, sandbox, quiet=as_json, full=full):
            rows.append(row)
            if not as_json:
                say(row)
    wrong = [row for row in rows if not row.ok]
    if as_json:
        print_json({"ok": not wrong, "rows": [asdict(row) for row in rows]})
    else:
        click.echo(f"{len(chosen)} problem(s), {len(rows)} proofs, {len(wrong)} not as they should be")
        for row in wrong:
            click.echo(f"{marks().bad} {row.problem}: {row.what}")
    return ExitCode.WRONG if wrong else ExitCode.ACCEPTED


def chosen_slugs(bank: Bank, slugs: tuple[str, ...], everything: bool) -> list[str]:
    if everything:
        return bank.slugs()
    if slugs:
        known = set(bank.slugs())
        for slug in slugs:
            if slug not in known:
                bank.get(slug)  # raises, offering close names
        return list(slugs)
    here = Path.cwd().resolve()
    for folder in (here, *here.parents):
        if folder.parent == bank.folder.resolve() and folder.name in bank.slugs():
            return [folder.name]
    raise CliError("which problem? Name some, or say --all")


def prove(app: App, slugs: list[str], sandbox: Sandbox, quiet: bool, full: bool = False) -> Iterator[CheckRow]:
    """The rows of all problems, as they are proved; a folder that cannot be read is one row."""
    from judge.dispatch.turn import turn
    from judge.problem.cases import CaseMaker

    app.home.make()
    for slug in slugs:
        if not quiet:
            click.echo(slug)
        try:
            problem = app.bank.get(slug)
        except ProblemError as error:
            yield CheckRow(slug, "problem.yaml", "a folder without faults", "faults", ok=False, detail=str(error))
            continue
        spinner = Live(Spinner("dots", text="proving"), console=console(), transient=True)
        with spinner if is_live() and not quiet else nullcontext(), turn(app.home) as waiting:
            if waiting is not None:
                waiting()
            maker = CaseMaker(problem, sandbox, app.home.secret, app.home.cache)
            yield from check_problem(problem, sandbox, maker, full=full)


def say(row: CheckRow) -> None:
    mark = marks().good if row.ok else marks().bad
    figures = f"{cpu_time(row.cpu_ns):>8} {memory(row.memory_bytes):>7}" if row.cpu_ns else " " * 16
    got = row.got if row.ok else f"{row.got} (expected: {row.expected})"
    console().print(f"  {mark} {row.what:<40} {figures}  {got}", markup=False)
    if row.detail:
        for line in row.detail.splitlines():
            console().print(f"      {line}", markup=False)
