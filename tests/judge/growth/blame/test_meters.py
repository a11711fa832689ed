"""What runs beside a submission: what passes belongs to a line, and keys that collide are seen."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pytest

from judge.growth.blame.inside.meters import METERS, crowded

SAME = 2**61 - 1  # its multiples all have the hash 0
SOURCE = "def f(n):\n    t = 0\n    for i in range(n):\n        t += i\n    return t\n"


@pytest.mark.parametrize("meter", METERS)
def test_each_line_is_counted(meter: str) -> None:
    lines = METERS[meter]("x.py", 6, {})
    lines.rehearse()
    space: dict[str, Any] = {}
    exec(compile(SOURCE, "x.py", "exec"), space)
    lines.begin()
    space["f"](100)
    lines.end()
    seen, _ = lines.said()
    assert {line: count for line, count, _ in seen} == {1: 1, 2: 1, 3: 101, 4: 100, 5: 1}
    assert all(cost >= 0 for _, _, cost in seen)


def test_a_wait_is_no_work() -> None:
    lines = METERS["time"]("x.py", 6, {})
    space: dict[str, Any] = {}
    exec(compile("import threading\ndef f():\n    threading.Event().wait(0.05)\n", "x.py", "exec"), space)
    lines.begin()
    space["f"]()
    lines.end()
    seen, _ = lines.said()
    assert sum(cost for _, _, cost in seen) < 25_000_000


def test_clocks_that_a_submission_stops_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = METERS["time"]("x.py", 6, {})
    for clock in ("perf_counter_ns", "thread_time_ns"):
        monkeypatch.setattr(f"time.{clock}", lambda: 0)
    lines.begin()
    lines.end()
    assert sum(lines.costs) > 0


@pytest.mark.parametrize(
    ("keys", "known"),
    [
        ([i * SAME for i in range(100)], True),
        ({i * SAME: i for i in range(1000)}, True),
        ([(i * SAME,) for i in range(100)], True),
        ([i * SAME for i in range(20)], False),  # too few to tell
        (set(range(1000)), False),
        ([i << 40 for i in range(1000)], False),
        ([i / 7 for i in range(1000)], False),
        ([str(i) for i in range(1000)], False),
        ([1] * 1000, False),  # one key
        ([[1]] * 1000, False),  # no keys
    ],
)
def test_keys_that_collide(keys: Collection[Any], known: bool) -> None:
    assert crowded(keys) is known
