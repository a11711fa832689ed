"""Side by side: nothing that one process does stops the others, and none outlives who started it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from collections import deque
from contextlib import closing
from functools import partial
from pathlib import Path

import psutil
import pytest

from judge.cli.crew import Began, Ended, Made, share_out, side_by_side
from tests.judge.cli.crew_work import PATIENCE_S, for_ever, meet, twice, where

LINUX = pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="this system holds no process on a core")


def gone(pid: int) -> bool:
    try:
        psutil.Process(pid).wait(PATIENCE_S)
    except psutil.NoSuchProcess:
        return True
    except psutil.TimeoutExpired:
        return False
    return True


def test_all_is_told_in_order() -> None:
    told = list(side_by_side(deque(["a", "b"]), twice, [None]))
    assert told == [
        Began("a"), Made("a", "a"), Made("a", "aa"), Ended("a"),
        Began("b"), Made("b", "b"), Made("b", "bb"), Ended("b"),
    ]  # fmt: skip


def test_one_that_breaks_off_stops_no_other() -> None:
    names = ["killed", "raises", "exits", "fine"]
    told = list(side_by_side(deque(names), twice, [None, None]))
    faults = {one.name: one.fault for one in told if isinstance(one, Ended)}
    assert faults == {
        "killed": "its process was ended by SIGKILL",
        "raises": "ValueError: made up",
        "exits": "its process ended with 3 in the middle",
        "fine": "",
    }
    assert sorted(one.value for one in told if isinstance(one, Made)) == sorted([*names, "finefine"])


def test_so_many_at_once_as_there_are_places_and_ctrl_c_is_for_who_started_them() -> None:
    barrier = multiprocessing.get_context("spawn").Barrier(3)
    ends = 0
    with closing(side_by_side(deque("abc"), partial(meet, barrier), [None] * 3)) as crew:
        for told in crew:
            if isinstance(told, Made) and told.value > 0:
                os.kill(told.value, signal.SIGINT)
            ends += isinstance(told, Ended) and not told.fault
    assert ends == 3


def test_what_waits_stays_in_line() -> None:
    left = deque("abcd")
    told = list(side_by_side(left, twice, [None, None], go_on=lambda: False))
    assert [one.name for one in told if isinstance(one, Began)] == ["a", "b"]
    assert left == deque("cd")
    assert list(side_by_side(deque(), twice, [None])) == []


def test_closing_it_ends_all_cleanly(tmp_path: Path) -> None:
    pids = []
    with closing(side_by_side(deque("ab"), partial(for_ever, tmp_path), [None, None])) as crew:
        for told in crew:
            if isinstance(told, Made):
                pids.append(told.value)
            if len(pids) == 2:
                break
        assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]
    assert all(map(gone, pids))
    assert list(tmp_path.iterdir()) == []


def test_none_outlives_a_parent_that_was_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.judge.cli.crew_work", str(tmp_path)]
    parent = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[3])
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert gone(pid)
    assert list(tmp_path.iterdir()) == []


@LINUX
def test_each_is_held_on_its_cores_before_it_opens_anything() -> None:
    core = min(os.sched_getaffinity(0))
    (made,) = [one for one in side_by_side(deque("a"), where, [frozenset({core})]) if isinstance(one, Made)]
    assert made.value == ({core}, 1)


def test_cores_are_shared_out() -> None:
    cores = [frozenset({at, at + 5}) for at in range(5)]
    assert share_out(cores, 2) == [frozenset({0, 5, 2, 7, 4, 9}), frozenset({1, 6, 3, 8})]
    assert share_out(cores[:2], 3) == [cores[0], cores[1], cores[0]]
    assert share_out(cores, 1) == [frozenset(range(10))]
    assert share_out([], 2) == [None, None]
