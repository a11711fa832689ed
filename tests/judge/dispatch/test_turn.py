"""The machine's turn is held by one, and given on to those who wait."""

from __future__ import annotations

import threading
from pathlib import Path
from time import monotonic

from judge.dispatch.turn import give_way, turn, wanted
from judge.home import Home


def test_who_waits_is_seen_and_let_go_first(tmp_path: Path) -> None:
    home = Home.at(tmp_path)
    asking, looked = threading.Event(), threading.Event()

    def wait() -> None:
        with turn(home) as waiting:
            assert waiting is not None
            asking.set()
            waiting()
            looked.wait(60)

    waiter = threading.Thread(target=wait)
    with turn(home) as mine:
        assert mine is None
        assert not wanted(home)
        waiter.start()
        asking.wait(60)
        deadline = monotonic() + 20
        while not wanted(home):
            assert monotonic() < deadline
    give_way(home)
    with turn(home) as waiting:
        assert waiting is not None  # the other has it
    assert not wanted(home)
    looked.set()
    waiter.join()
    with turn(home) as again:
        assert again is None


def test_nobody_waits(tmp_path: Path) -> None:
    home = Home.at(tmp_path)
    give_way(home)
    with turn(home):
        assert not wanted(home)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["judging.lock", "judging.waiting"]
