"""The command group, and the one place where errors and signals become exit codes."""

from __future__ import annotations

import importlib
import json
import os
import sys
from collections.abc import Sequence

import click

from judge.cli.errors import log_unknown, translate
from judge.cli.exitcodes import ExitCode, help_text

COMMANDS = [
    "list",
    "show",
    "start",
    "run",
    "submit",
    "watch",
    "status",
    "history",
    "hint",
    "session",
    "problem",
    "languages",
    "serve",
    "doctor",
    "calibrate",
]


class Commands(click.Group):
    """Loads the module of a command when the command is wanted, so that every start is quick."""

    def list_commands(self, context: click.Context) -> list[str]:
        return COMMANDS

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"judge.cli.{name}").command
        return command


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=help_text(),
    help="""Practise coding under a clock, and get a verdict that measures how your code's cost grows.

    \b
    A first round:
      judge list                     what there is
      judge start running-median     a folder to work in, and the clock runs
      cd running-median
      judge run                      the samples, and cases of your own
      judge submit                   the hidden cases, and growth
    """,
)
@click.version_option(package_name="landau", prog_name="judge")
def root() -> None:
    pass


def run(arguments: Sequence[str]) -> int:
    """Run the command line; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a statement must not fail on an ASCII terminal
    try:
        result = root.main(list(arguments), prog_name="judge", standalone_mode=False)
        sys.stdout.flush()
        return int(result) if isinstance(result, int) else 0
    except (KeyboardInterrupt, click.Abort):
        click.echo("stopped", err=True)
        return ExitCode.INTERRUPTED
    except BrokenPipeError:  # `judge list | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return ExitCode.ACCEPTED
    except click.ClickException as error:
        if "--json" in arguments:
            _say(arguments, error.format_message(), error.exit_code)
        else:
            error.show()
        return error.exit_code
    except Exception as error:
        known = translate(error)
        message, code = known if known else (log_unknown(error), ExitCode.JUDGE_FAULT)
        _say(arguments, message, code)
        return code


def _say(arguments: Sequence[str], message: str, code: int) -> None:
    """On stderr for people; with --json, also one document on stdout."""
    if "--json" in arguments:
        click.echo(json.dumps({"error": message, "exit_code": int(code)}))
    click.echo(f"Error: {message}", err=True)
