"""`judge watch` on a terminal of its own: saves and single keys."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.judge.cli.conftest import Judge

WITHIN_S = 60
FOOTER = "q quit"


class Terminal:
    """The other end of a pseudo-terminal: what a person types and sees."""

    def __init__(self, folder: Path) -> None:
        self.fd, inner = pty.openpty()
        self.before = termios.tcgetattr(inner)
        self.inner = inner
        environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
        command = [sys.executable, "-m", "judge", "watch"]
        self.process = subprocess.Popen(
            command, cwd=folder, stdin=inner, stdout=inner, stderr=inner, env=environment, start_new_session=True
        )
        self.seen = ""

    def type(self, keys: str) -> None:
        os.write(self.fd, keys.encode())

    def wait_for(self, text: str) -> str:
        """What appeared up to and with `text`, which is then used up."""
        give_up = time.monotonic() + WITHIN_S
        while text not in self.seen:
            ready, _, _ = select.select([self.fd], [], [], max(0.0, give_up - time.monotonic()))
            assert ready, f"{text!r} did not appear; seen: {self.seen[-2000:]}"
            said = os.read(self.fd, 65536).decode(errors="replace")
            self.seen += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", said)
        found, self.seen = self.seen.split(text, 1)
        return found


@pytest.fixture
def terminal(judge: Judge, known: Callable[[str], str]) -> Iterator[tuple[Terminal, Path]]:
    judge("start", "rolling-average", "--mode", "untimed")
    folder = Path("rolling-average").resolve()
    (folder / "solution.py").write_text(known("accepted"))
    opened = Terminal(folder)
    yield opened, folder
    opened.process.kill()
    opened.process.wait()
    os.close(opened.fd)
    os.close(opened.inner)


def test_saves_and_keys(terminal: tuple[Terminal, Path], known: Callable[[str], str]) -> None:
    person, folder = terminal
    assert "samples passed" in person.wait_for(FOOTER)
    person.type("h")
    person.wait_for(FOOTER)
    (folder / "solution.py").write_text("def rolling_average(xs, k, partial):\n    return None\n")
    assert "WA" in person.wait_for(FOOTER)
    (folder / "solution.py").unlink()
    (folder / "solution.py").write_text(known("accepted"))
    person.wait_for("samples passed")
    person.wait_for(FOOTER)
    person.type("q")
    assert person.process.wait(WITHIN_S) == 0
    assert termios.tcgetattr(person.inner) == person.before


def test_ctrl_c_ends_it_and_gives_the_terminal_back(terminal: tuple[Terminal, Path]) -> None:
    person, _ = terminal
    person.wait_for(FOOTER)
    os.killpg(person.process.pid, signal.SIGINT)
    assert person.process.wait(WITHIN_S) == 130
    assert termios.tcgetattr(person.inner) == person.before
