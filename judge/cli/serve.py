"""``judge serve``: the page and a worker that judges, as one process tree that ends as one."""

from __future__ import annotations

import json
import logging
import signal
import sys
import time
import urllib.error
import urllib.request
import webbrowser
from types import FrameType

import click

from judge.cli.address import free_port, is_loopback, url
from judge.cli.app import App
from judge.cli.errors import CliError
from judge.cli.exitcodes import ExitCode
from judge.cli.terminal import json_option, marks
from judge.dispatch.supervise import Supervisor
from sandbox.api import Strength

READY_WITHIN_S = 60.0
ENDING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="If taken: the next free.")
@click.option("--open", "open_page", is_flag=True, help="Open the page in the browser.")
@click.option(
    "--accept-weak-sandbox", is_flag=True, help="Listen beyond this computer though the sandbox here is weaker."
)
@click.option("--allow-host", "names", multiple=True, metavar="NAME", help="A name that a browser may ask for it by.")
@json_option
def command(
    host: str, port: int, open_page: bool, accept_weak_sandbox: bool, names: tuple[str, ...], as_json: bool
) -> int:
    """Serve the page, and judge what is submitted there. Ctrl-C ends all of it.

    Beyond this computer it starts only where the sandbox enforces everything (see `judge doctor`), or with
    --accept-weak-sandbox.

    \b
    judge serve
    judge serve --port 9000 --open
    """
    app = App()
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(asctime)s serve: %(message)s", force=True)
    say_bank(app)
    app.practice.close()  # it has made or migrated the database, before two processes want it
    calibrate_first(app, check_sandbox(host, accept_weak_sandbox))
    chosen = free_port(host, port)
    if chosen != port and port:
        click.echo(f"port {port} is taken: using {chosen}", err=True)
    before = {number: signal.signal(number, stop) for number in ENDING}
    try:
        run(host, chosen, names, open_page, as_json)
    except Stopped as stopped:
        click.echo("stopped", err=True)
        return ExitCode.INTERRUPTED if stopped.number == signal.SIGINT else ExitCode.ACCEPTED
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return ExitCode.ACCEPTED


class Stopped(BaseException):
    """Told to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def stop(number: int, _frame: FrameType | None) -> None:
    for other in ENDING:
        signal.signal(other, signal.SIG_IGN)  # ending is not to be interrupted
    raise Stopped(number)


def run(host: str, port: int, names: tuple[str, ...], open_page: bool, as_json: bool) -> None:
    """Until told to stop: then both children end before this returns."""
    web = [sys.executable, "-P", "-m", "web", "--host", host, "--port", str(port), "--exact"]
    address = url(host, port)
    with Supervisor(web) as page, Supervisor():
        wait_until_it_answers(address, page)
        if as_json:
            click.echo(json.dumps({"url": address}))
        else:
            click.echo(f"Landau is at {address} (Ctrl-C ends it)")
        if open_page:
            webbrowser.open(address)
        while True:
            signal.pause()


def wait_until_it_answers(address: str, page: Supervisor) -> None:
    """Raises CliError where it does not within a minute, or ends instead."""
    give_up = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < give_up:
        if page.endings:
            raise CliError("the page ended while it was starting; its own words are above", ExitCode.JUDGE_FAULT)
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except urllib.error.HTTPError as error:
            raise CliError(f"the page answers with an error ({error.code})", ExitCode.JUDGE_FAULT) from None
        except OSError:
            time.sleep(0.1)
    raise CliError(f"the page did not answer within {READY_WITHIN_S:.0f} s", ExitCode.JUDGE_FAULT)


def say_bank(app: App) -> None:
    """Problems with faults are named; the others are served all the same."""
    faults = app.bank.faults()
    for fault in faults:
        for line in str(fault).splitlines():
            click.echo(f"{marks().bad} {line}", err=True)
    if faults:
        click.echo(f"{len(faults)} problem(s) have faults and are left out", err=True)
    if not app.bank.all():
        click.echo(f"no problems in {app.bank.folder}", err=True)


def calibrate_first(app: App, strength: Strength) -> None:
    """Before the first submission has to wait for it."""
    from judge.cli.calibrate import follow
    from judge.dispatch.calibrated import in_turn, known
    from judge.growth.calibration import switched_off
    from sandbox import open_sandbox

    if not switched_off() and known(app.home, strength) is None:
        with open_sandbox() as sandbox:
            follow(in_turn(app.home, sandbox))


def check_sandbox(host: str, accept_weak: bool) -> Strength:
    """Raises where nothing can be judged, or where what is enforced is too little for strangers."""
    from sandbox.readings import first_run

    strength = first_run()
    if strength.strong:
        return strength
    beyond = not is_loopback(host)
    for weakness in strength.weaknesses:
        click.echo(f"{marks().star} weaker sandbox: {weakness}", err=True)
    if beyond and not accept_weak:
        raise CliError(
            f"{host} can be reached from other computers, and the sandbox here is too weak for that (see above).\n"
            "`judge doctor` says what mends it; --accept-weak-sandbox starts all the same."
        )
    return strength
