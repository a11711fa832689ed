"""Errors become one clear line and what to do about it; a traceback goes to the log, never to the person."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime

import click

from judge.cli.exitcodes import ExitCode


class CliError(click.ClickException):
    """One line for people, and an exit code."""

    def __init__(self, message: str, code: ExitCode = ExitCode.USAGE) -> None:
        super().__init__(message)
        self.exit_code = int(code)  # type: ignore[misc]


def translate(error: Exception) -> tuple[str, ExitCode] | None:
    """The message and code of an error that is known; None for one that is our own mistake."""
    from sqlalchemy.exc import OperationalError

    from judge.growth import ComplexityError
    from judge.languages import UnknownLanguage
    from judge.practice import PracticeError, StoreError, TimeUp
    from judge.problem.bank import UnknownProblem
    from judge.problem.cases import SetterFault
    from judge.problem.faults import ProblemError
    from judge.problem.spoken import UnusableLanguage
    from judge.problem.text import InputError
    from sandbox.api import SandboxError

    match error:
        case TimeUp():
            return str(error), ExitCode.TIME_UP
        case StoreError():
            return str(error), ExitCode.JUDGE_FAULT
        case PracticeError() | InputError() | ComplexityError():
            return str(error), ExitCode.USAGE
        case UnknownProblem() | UnknownLanguage() | UnusableLanguage():
            return str(error), ExitCode.USAGE
        case ProblemError():
            return f"this problem's folder has faults:\n{error}", ExitCode.JUDGE_FAULT
        case SetterFault():
            return f"this problem's own code failed: {error}", ExitCode.JUDGE_FAULT
        case SandboxError():
            return f"{error}\n`judge doctor` says what this host lacks and how to mend it.", ExitCode.JUDGE_FAULT
        case OperationalError():
            return f"the database cannot be used: {error.orig}\nIt is {database_place()}.", ExitCode.JUDGE_FAULT
        case OSError():
            place = f": {error.filename}" if error.filename else ""
            return f"{error.strerror or error}{place}", ExitCode.JUDGE_FAULT
    return None


def database_place() -> str:
    """Where the database is, without a password that the URL may hold."""
    from sqlalchemy import make_url

    from judge.home import Home

    return make_url(Home.find().database_url).render_as_string(hide_password=True)


def log_unknown(error: Exception) -> str:
    """Write the traceback to the log; the line for the person."""
    text = "".join(traceback.format_exception(error))
    name = f"{type(error).__name__}: {error}".splitlines()[0]
    try:
        from judge.cli.logs import log_file
        from judge.home import Home

        path = log_file(Home.find())
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write(f"--- {datetime.now(UTC).isoformat(timespec='seconds')}\n{text}\n")
    except Exception:
        return f"an error of Landau's own: {name}\nIts log cannot be written, so here it is:\n{text}"
    return f"an error of Landau's own: {name}\nThe details are in {path}; please report them."
