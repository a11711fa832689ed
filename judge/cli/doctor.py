"""``judge doctor``: what this host enforces, what is missing, and the command that mends it."""

from __future__ import annotations

from dataclasses import asdict

import click

from judge.cli.exitcodes import ExitCode
from judge.cli.terminal import console, json_option, marks, print_json, style_of
from sandbox.api import Strength
from sandbox.doctor import Fact, Level, diagnose, possible


@click.command()
@json_option
def command(as_json: bool) -> int:
    """Look at this host: what a sandbox here can enforce and measure, and what would make it better.

    Ends with 0 if submissions can be judged here, 7 if not.

    \b
    judge doctor
    judge doctor --json
    """
    from sandbox import runner_folder
    from sandbox.readings import collect

    readings = collect(runner_folder())
    facts = [*diagnose(readings), clock_as_measured(readings.strength)]
    works = possible(facts)
    if as_json:
        print_json({"possible": works, "facts": [asdict(fact) for fact in facts]})
    else:
        for fact in facts:
            say(fact)
    return ExitCode.ACCEPTED if works else ExitCode.JUDGE_FAULT


def clock_as_measured(strength: Strength | None) -> Fact:
    from judge.cli.clockfact import clock_fact
    from judge.growth.calibrate import fingerprint
    from judge.growth.calibration import load, stale, utc_now
    from judge.home import Home

    found = load(Home.find())
    if found is None or strength is None:
        return clock_fact(found, None)
    return clock_fact(found, stale(found, fingerprint(strength), utc_now()))


def say(fact: Fact) -> None:
    m = marks()
    mark = {Level.GOOD: m.good, Level.NOTE: m.dot, Level.WEAK: m.star, Level.MISSING: m.bad}[fact.level]
    out = console()
    out.print(
        f"{mark} {fact.name}: {fact.found}",
        style=style_of(fact.level) if fact.level is not Level.GOOD else "",
        markup=False,
    )
    for label, text in (("means", fact.means), ("mend", fact.mend)):
        if text:
            out.print(f"    {label}: {text}", markup=False)
