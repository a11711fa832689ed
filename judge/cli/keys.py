"""Single key presses, without Enter, while other things go on."""

from __future__ import annotations

import os
import queue
import select
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def single_keys(pressed: queue.Queue[str]) -> Iterator[bool]:
    """Puts each key into `pressed`. Yields whether there are keys: both ends must be a terminal. Ctrl-C stays a signal,
    and the terminal is as before afterwards."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        yield False
        return
    import termios
    import tty

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    stop_reader, stop_writer = os.pipe()

    def listen() -> None:
        while True:
            ready, _, _ = select.select([terminal, stop_reader], [], [])
            if stop_reader in ready:
                return
            key = os.read(terminal, 1)
            pressed.put(key.decode(errors="replace").lower() if key else "q")
            if not key:
                return

    thread = threading.Thread(target=listen, daemon=True)
    tty.setcbreak(terminal)
    thread.start()
    try:
        yield True
    finally:
        os.write(stop_writer, b"x")
        thread.join(timeout=2)
        os.close(stop_reader)
        os.close(stop_writer)
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)
