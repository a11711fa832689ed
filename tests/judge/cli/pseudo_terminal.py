"""`judge` on a terminal of its own."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import termios
import time
from pathlib import Path

WITHIN_S = 60


class Terminal:
    """The other end of a pseudo-terminal: what a person types and sees."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.fd, inner = pty.openpty()
        self.before = termios.tcgetattr(inner)
        self.inner = inner
        environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120", "LINES": "50"}
        command = [sys.executable, "-m", "judge", *arguments]
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

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.fd)
        os.close(self.inner)
