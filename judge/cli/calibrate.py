"""``judge calibrate``: measure anew what this host's clock can tell apart."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from judge.cli.app import App
from judge.cli.errors import CliError
from judge.cli.exitcodes import ExitCode
from judge.cli.terminal import json_option, print_json

if TYPE_CHECKING:
    from judge.dispatch.calibrated import Steps
    from judge.growth.calibration import Calibration


@click.command()
@json_option
def command(as_json: bool) -> int:
    """Measure what this host's clock can tell apart: how often, and from what size on, growth must be timed here.

    The first judgement does it by itself, and again when the host changes or a month has passed. Best while nothing
    else runs.

    \b
    judge calibrate
    judge calibrate --json
    """
    from judge.cli.clockfact import clock_fact
    from judge.cli.doctor import say
    from judge.dispatch.calibrated import in_turn
    from judge.growth.calibration import SWITCH, switched_off
    from sandbox import open_sandbox

    home = App().home
    with open_sandbox() as sandbox:
        made = follow(in_turn(home, sandbox, anew=True))
    if not made.measured:
        raise CliError("this host's clock could not be measured; the reason is above", ExitCode.JUDGE_FAULT)
    if as_json:
        print_json(asdict(made))
    else:
        say(clock_fact(made, None))
    if switched_off():
        click.echo(f"{SWITCH} is set: judgements do not use it", err=True)
    return ExitCode.ACCEPTED


def follow(steps: Steps) -> Calibration:
    """To their end; what they say goes to stderr, each sentence once, with dots for progress."""
    said = ""
    while True:
        try:
            stage = next(steps)
        except StopIteration as ended:
            if said:
                click.echo(err=True)
            made: Calibration = ended.value
            return made
        if stage.text == said:
            click.echo(".", nl=False, err=True)
            continue
        click.echo(f"\n{stage.text} " if said else f"{stage.text} ", nl=False, err=True)
        said = stage.text
