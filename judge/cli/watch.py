"""``judge watch``: judge again on every save; single keys do the rest."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from judge.cli.app import App
from judge.cli.attempts import attempt_of
from judge.cli.clockface import clock_line
from judge.cli.errors import CliError, translate
from judge.cli.exitcodes import ExitCode, for_report
from judge.cli.judging import Handed, Mode, judge, read_source, say_report, showing
from judge.cli.keys import single_keys
from judge.cli.run import own_cases
from judge.cli.terminal import console, json_option
from judge.cli.workspace import Workspace, find_workspace
from judge.practice import TimeUp
from judge.problem.spoken import usable_language
from judge.records import Clock
from sandbox.api import Sandbox

FOOTER = "r run   s submit   h hint   l list   t time   q quit"
SAVED = "saved"
LOOK_SECONDS = 0.5


@click.command()
@json_option
@click.option("--events", is_flag=True, help="With --json: every event as a line, as it happens.")
def command(as_json: bool, events: bool) -> int:
    """Run the samples and your own cases again whenever the solution or a case is saved.

    On a terminal: r runs, s submits, h shows a hint, l lists the problems, t the time, q quits.

    \b
    judge watch
    """
    from sandbox import open_sandbox

    workspace = find_workspace(Path.cwd())
    if workspace is None:
        raise CliError("this is not a problem's folder; `judge start PROBLEM` makes one")
    app = App()
    attempt_of(app, workspace)
    usable_language(app.bank.get(workspace.problem).spec.interface, workspace.language)
    with open_sandbox() as sandbox:
        watcher = Watcher(app, workspace, sandbox, as_json, events)
        return watcher.loop()


class Watcher:
    """Waits for saves and keys, one thing at a time; what was saved while judging is judged once, after it."""

    def __init__(self, app: App, workspace: Workspace, sandbox: Sandbox, as_json: bool, events: bool) -> None:
        self.app, self.workspace, self.sandbox = app, workspace, sandbox
        self.as_json, self.events = as_json, events
        self.code: int = ExitCode.ACCEPTED
        self.judged: tuple[str, tuple[str, ...]] | None = None  # what was last judged

    def loop(self) -> int:
        happened: queue.Queue[str] = queue.Queue()
        with saves(self.workspace.solution, happened), single_keys(happened) as has_keys:
            happened.put(SAVED)
            while True:
                what = next_of(happened)
                if what in ("q", "\x04"):
                    return self.code
                try:
                    self.do(what)
                except TimeUp as error:
                    click.echo(f"{error}", err=True)
                    return ExitCode.TIME_UP
                except Exception as error:  # a mistake in the folder ends nothing: mend it and save
                    known = (error.message, 0) if isinstance(error, CliError) else translate(error)
                    if known is None:
                        raise
                    click.echo(known[0], err=True)
                if has_keys:
                    console().print(f"{clock_line(self.attempt_clock())}   {FOOTER}", style="dim", markup=False)

    def attempt_clock(self) -> Clock:
        return attempt_of(self.app, self.workspace).clock

    def do(self, what: str) -> None:
        match what:
            case "saved":
                self.judge("run", only_changed=True)
            case "r":
                self.judge("run")
            case "s":
                self.judge("submit")
            case "h":
                hints = self.app.practice.show_hint(self.workspace.attempt_id)
                click.echo(hints[-1] if hints else "this problem has no hints")
            case "l":
                from judge.cli.root import root

                root.main(["list"], prog_name="judge", standalone_mode=False)

    def judge(self, mode: Mode, only_changed: bool = False) -> None:
        source = read_source(None, self.workspace)
        place = self.workspace
        handed = Handed(place.problem, place.attempt_id, source, place.language, place)
        own = own_cases(handed) if mode == "run" else ()
        if only_changed and self.judged == (source, own):
            return
        self.judged = (source, own)
        self.app.practice.save_draft(handed.attempt_id, source, handed.language)
        with showing(self.as_json, self.events) as listen:
            submission, report = judge(self.app, handed, mode, self.sandbox, listen, own_cases=own)
        say_report(report, self.as_json, self.events)
        self.code = for_report(report, submission.late)


def next_of(happened: queue.Queue[str]) -> str:
    """Waits for it, looking up now and then: a wait without an end loses a Ctrl-C that comes just before it, for the
    signal is then noted and nothing wakes who would see the note."""
    while True:
        with suppress(queue.Empty):
            return happened.get(timeout=LOOK_SECONDS)


@contextmanager
def saves(solution: Path, happened: queue.Queue[str]) -> Iterator[None]:
    """Puts SAVED whenever the solution or a case beside it has changed."""
    from watchfiles import watch

    def wanted(_change: object, path: str) -> bool:
        return Path(path).name == solution.name or Path(path).parent.name == "cases"

    stop = threading.Event()

    def listen() -> None:
        for _ in watch(solution.parent, watch_filter=wanted, stop_event=stop, debounce=200, raise_interrupt=False):
            happened.put(SAVED)

    thread = threading.Thread(target=listen, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(timeout=2)
