"""The cell magic ``%%judge SLUG [--claim "O(n log n), O(n)"] [--language cpp] [--run]``."""

from __future__ import annotations

import argparse
import shlex
from typing import Any, NoReturn

from judge.notebook.progress import Listener, Progress, printed, redrawn
from judge.notebook.shown import Shown
from judge.report import Report

USAGE = "%%judge PROBLEM [--claim CLAIM] [--language NAME] [--run]"


class Refused(ValueError):
    """What was asked cannot be judged; the message is for the person."""


def load_ipython_extension(shell: Any) -> None:
    """Called by ``%load_ext judge.notebook``."""

    def judge(line: str, cell: str) -> Shown:
        try:
            return judge_cell(line, cell, _listener(shell))
        except Refused as refused:
            from IPython.core.error import UsageError  # shown as its message, without a traceback

            raise UsageError(str(refused)) from None

    judge.__doc__ = __doc__
    shell.register_magic_function(judge, magic_kind="cell", magic_name="judge")


def judge_cell(line: str, cell: str, listen: Listener = printed) -> Shown:
    """Judge the text of a cell. line: what follows ``%%judge``. Raises Refused, with a message for people."""
    asked = _asked(line)
    from judge.cli.errors import CliError, translate

    try:
        return Shown(_judged(asked, cell, listen))
    except Exception as error:
        known = (error.message,) if isinstance(error, CliError) else translate(error)
        if known is None:
            raise
        raise Refused(known[0]) from None


def _judged(asked: argparse.Namespace, source: str, listen: Listener) -> Report:
    from judge.cli.app import App
    from judge.cli.judging import Handed, judge
    from judge.growth.complexity import parse_claim
    from judge.problem.spoken import default_language, usable_language
    from judge.records import LONGEST_SOURCE, ClockMode
    from sandbox import open_sandbox

    if len(source.encode()) > LONGEST_SOURCE:
        raise Refused(f"a solution may have at most {LONGEST_SOURCE // 1024} KB")
    app = App()
    problem = app.bank.get(asked.problem)
    language = usable_language(
        problem.spec.interface, asked.language or default_language(problem.spec.interface).name
    ).name
    if asked.claim is not None:
        parse_claim(asked.claim)  # a claim nobody can read is said now, not after a minute
    slug = problem.slug
    attempt = app.practice.open_attempt(slug) or app.practice.start_attempt(slug, mode=ClockMode.UNTIMED)
    handed = Handed(slug, attempt.id, source, language)
    with open_sandbox() as sandbox:
        return judge(app, handed, "run" if asked.run else "submit", sandbox, listen, asked.claim)[1]


class _Arguments(argparse.ArgumentParser):
    """Ends nothing: a mistake is an exception."""

    def error(self, message: str) -> NoReturn:
        raise Refused(f"{message}; write: {USAGE}")


def _asked(line: str) -> argparse.Namespace:
    parser = _Arguments(add_help=False)
    parser.add_argument("problem")
    parser.add_argument("--claim")
    parser.add_argument("--language")
    parser.add_argument("--run", action="store_true")
    try:
        return parser.parse_args(shlex.split(line))
    except ValueError as error:  # an open quotation mark, or Refused
        raise Refused(str(error)) from None


def _listener(shell: Any) -> Listener:
    """A place that is redrawn in a notebook; plain lines in IPython's terminal, which cannot redraw."""
    if getattr(shell, "kernel", None) is None:
        return printed
    from IPython.display import display

    return redrawn(display(Progress(), display_id=True))
