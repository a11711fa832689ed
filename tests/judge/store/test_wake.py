from __future__ import annotations

import threading
import time

from judge.home import Home
from judge.practice import Practice
from judge.store.wake import Listener, wake

LONG = 60.0


def test_a_listener_is_woken_before_its_time(home: Home):
    with Listener(home) as listener:
        assert listener.works
        sender = threading.Timer(0.05, wake, [home])
        sender.start()
        assert listener.wait(LONG)
        sender.join()


def test_a_wake_before_the_wait_is_not_lost_and_many_are_one(home: Home):
    with Listener(home) as listener:
        for _ in range(70_000):
            wake(home)
        while listener.wait(0):
            pass
        wake(home)
        assert listener.wait(LONG)
        assert not listener.wait(0)


def test_without_a_listener_nothing_happens(home: Home):
    wake(home)
    home.make()
    wake(home)


def test_where_there_can_be_no_fifo_it_only_waits(home: Home):
    home.make()
    (home.folder / "wake").write_text("a file")
    wake(home)
    with Listener(home) as listener:
        assert not listener.works
        began = time.monotonic()
        assert not listener.wait(0.05)
        assert time.monotonic() - began >= 0.05
    assert (home.folder / "wake").read_text() == "a file"


def test_what_is_queued_wakes(home: Home, practice: Practice):
    attempt = practice.start_attempt("alpha")
    with Listener(home) as listener:
        practice.save_draft(attempt.id, "x")
        assert not listener.wait(0)
        practice.submit(attempt.id, "x")
        assert listener.wait(LONG)
