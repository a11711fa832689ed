"""``judge session talk``: a card to answer aloud, with the server's timer and notes. Nothing is judged."""

from __future__ import annotations

import queue

import click
from rich.live import Live
from rich.text import Text

from judge.cli.app import App
from judge.cli.clockface import clock_line
from judge.cli.errors import CliError
from judge.cli.exitcodes import ExitCode
from judge.cli.keys import single_keys
from judge.cli.talklines import talk_lines
from judge.cli.terminal import console, is_live, json_option, marks, print_json
from judge.practice import PracticeError
from judge.records import Session, Talk

FOOTER = "space start or stop   n next   p previous   w write a note   e edit the notes   q quit"
REDRAWN_EVERY_S = 0.25


@click.command("talk")
@click.argument("number", type=int, required=False)
@click.option("--start", is_flag=True, help="Start the timer of the card.")
@click.option("--stop", is_flag=True, help="Stop the timer.")
@click.option("--note", help="Add these lines to the notes of the card.")
@click.option("--edit", is_flag=True, help="Open the notes of the card in your editor.")
@json_option
def command(number: int | None, start: bool, stop: bool, note: str | None, edit: bool, as_json: bool) -> int:
    """Answer card NUMBER aloud, with a timer that shows which part of the answer you should be in. Nothing is judged;
    notes are kept. Without NUMBER: the card whose timer runs, else the first that was not told yet.

    On a terminal: the space bar starts and stops, n and p go to other cards, w writes a note, e edits the notes, q
    quits. The timer is the server's: it goes on when you quit.

    \b
    judge session talk
    judge session talk 3 --start
    judge session talk 3 --note "say the figure first"
    """
    app = App()
    session = of_cards(app)
    chosen = number if number is not None else first_to_tell(session)
    talk = app.practice.talk(session.id, chosen)
    if note is not None:
        add_note(app, session, talk, note)
    if edit:
        edit_note(app, session, talk)
    if start:
        app.practice.start_take(session.id, chosen)
    if stop:
        app.practice.stop_take(session.id)
    told = start or stop or edit or note is not None
    if not told and not as_json and is_live():
        Talker(app, session.id, chosen).loop()
        return ExitCode.ACCEPTED
    session = app.practice.session(session.id)
    if as_json:
        print_json(document(session, session.talks[chosen - 1]))
    else:
        click.echo(clock_line(session.clock))
        click.echo("\n".join(talk_lines(session.talks[chosen - 1], len(session.talks), marks())))
    return ExitCode.ACCEPTED


class Talker:
    """The cards on a terminal, one at a time."""

    def __init__(self, app: App, session_id: int, number: int) -> None:
        self.app, self.session_id, self.number = app, session_id, number
        self.said = ""  # what did not work

    def loop(self) -> None:
        while True:
            key = self.wait()
            talk = self.app.practice.talk(self.session_id, self.number)
            if key == "w":
                self.write(talk)
            elif key == "e":
                edit_note(self.app, self.session(), talk)
            else:
                running = " The timer goes on." if talk.running else ""
                click.echo(f"Your notes are kept.{running} `judge session finish` ends the session.")
                return

    def wait(self) -> str:
        """Draw until a key that leaves the picture was pressed."""
        pressed: queue.Queue[str] = queue.Queue()
        with single_keys(pressed), Live(console=console(), transient=True, auto_refresh=False) as live:
            while True:
                live.update(Text("\n".join(self.lines())), refresh=True)
                try:
                    key = pressed.get(timeout=REDRAWN_EVERY_S)
                except queue.Empty:
                    continue
                if key in ("w", "e", "q", "\x04"):
                    return key
                self.do(key)

    def do(self, key: str) -> None:
        self.said = ""
        session = self.session()
        if key == "n":
            self.number = min(len(session.talks), self.number + 1)
        elif key == "p":
            self.number = max(1, self.number - 1)
        elif key == " ":
            try:
                if session.talks[self.number - 1].running:
                    self.app.practice.stop_take(session.id)
                else:
                    self.app.practice.start_take(session.id, self.number)
            except PracticeError as error:
                self.said = str(error)

    def write(self, talk: Talk) -> None:
        line = click.prompt("note", default="", show_default=False)
        if line:
            add_note(self.app, self.session(), talk, line)

    def session(self) -> Session:
        return self.app.practice.session(self.session_id)

    def lines(self) -> list[str]:
        session = self.session()
        talk = session.talks[self.number - 1]
        last = [self.said] if self.said else []
        return [clock_line(session.clock), *talk_lines(talk, len(session.talks), marks()), "", *last, FOOTER]


def of_cards(app: App) -> Session:
    session = app.practice.open_session()
    if session is None:
        raise CliError("no session runs; `judge session start` lists the loops")
    if not session.talks:
        raise CliError(f"the session that runs, {session.title}, has problems and no cards; `judge session next`")
    return session


def first_to_tell(session: Session) -> int:
    running = next((talk for talk in session.talks if talk.running), None)
    found = running or next((talk for talk in session.talks if not talk.takes), session.talks[0])
    return found.number


def add_note(app: App, session: Session, talk: Talk, text: str) -> None:
    before = talk.note.text.rstrip("\n") + "\n" if talk.note and talk.note.text.strip() else ""
    app.practice.save_note(session.id, talk.number, before + text)


def edit_note(app: App, session: Session, talk: Talk) -> None:
    """What another window saved meanwhile stays among the revisions."""
    edited = click.edit(talk.note.text if talk.note else "", extension=".md")
    if edited is not None:
        app.practice.save_note(session.id, talk.number, edited.rstrip("\n"))


def document(session: Session, talk: Talk) -> dict[str, object]:
    return {
        "session": session.id,
        "card": talk.number,
        "cards": len(session.talks),
        "principle": talk.card.principle,
        "prompt": talk.card.prompt,
        "follow_ups": list(talk.card.follow_ups),
        "seconds": talk.card.seconds,
        "parts": [{"name": span.name, "start_s": span.start_s, "end_s": span.end_s} for span in talk.spans],
        "running": talk.running is not None,
        "takes_s": [take.elapsed.total_seconds() for take in talk.takes],
        "note": talk.note.text if talk.note else "",
        "judged": False,
    }
