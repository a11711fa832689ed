"""The real worker with a judge that writes what it does into the home folder, and stops half-way while `hold` is there.

python -m tests.judge.dispatch.held_worker
"""

from __future__ import annotations

import os
import time

from judge.dispatch import judging, worker
from judge.home import Home
from tests.judge.dispatch.kit import FakeJudge, NoSandbox
from tests.judge.practice_kit import FakeBank

folder = Home.find().folder
judge = FakeJudge()


def note(word: str) -> None:
    with (folder / "log").open("a") as file:
        file.write(f"{word} {os.getpid()}\n")


def between() -> None:
    note("begun")
    while (folder / "hold").exists():
        time.sleep(0.02)
    note("decided")


judge.between = between
judging.evaluate = judge  # type: ignore[assignment]
judging.CaseMaker = lambda *_: None  # type: ignore[assignment,misc]
worker.open_sandbox = NoSandbox  # type: ignore[assignment]
worker.Bank = FakeBank  # type: ignore[misc]
worker.main()
