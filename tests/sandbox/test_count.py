"""Counting a run's instructions: the same on every machine load, and only the submission's own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sandbox.api import Execution, Main, Sandbox, Status
from sandbox.guest.carried import ProbeSequence, Stream
from sandbox.native.backend import NativeSandbox
from sandbox.native.callgrind import read_count
from tests.conftest import need_tool
from tests.sandbox.kit import answer, task

LOOP = "def f(n, *_):\n    total = 0\n    for i in range(n):\n        total += i\n    return total\n"


@pytest.fixture(autouse=True)
def _tool() -> None:
    need_tool("valgrind", "valgrind")


def count(sandbox: Sandbox, source: str, *arguments: Any, **keywords: Any) -> Execution:
    return sandbox.run(replace(task(source, *arguments, **keywords), count_instructions=True))


def test_a_count_is_the_same_each_time_and_grows_with_the_work(sandbox: Sandbox) -> None:
    once, again, twice, thrice = (count(sandbox, LOOP, (n,)).instructions for n in (2000, 2000, 4000, 6000))
    assert once is not None and twice is not None and thrice is not None
    assert once == again
    # Integers of more than 30 bits cost a little more, hence the slack.
    assert thrice - twice == pytest.approx(twice - once, rel=0.05)


def test_the_input_is_not_counted(sandbox: Sandbox) -> None:
    small, large = (count(sandbox, LOOP, (10, [str(i) for i in range(n)])).instructions for n in (1, 20_000))
    assert small is not None and large is not None
    assert large - small < 20_000


def test_answers_and_ends_are_those_of_a_plain_run(sandbox: Sandbox) -> None:
    assert answer(count(sandbox, LOOP, (10,))) == 45
    failed = count(sandbox, "def f():\n    return 1 // 0")
    assert failed.status is Status.EXCEPTION
    assert 'File "solution.py", line 2, in f' in failed.message
    left = count(sandbox, "import sys\ndef f():\n    sys.exit(3)")
    assert (left.status, left.exit_code) == (Status.EXIT, 3)
    assert answer(count(sandbox, "print(input())", "word", Main())) == "word\n"


def test_streams_and_sequences_work_while_counting(sandbox: Sandbox) -> None:
    source = "def f(lines, numbers):\n    return [sum(1 for _ in lines), numbers[3]]"
    seen = count(sandbox, source, (Stream(b"", b"x\n", 1000), ProbeSequence.of([1, 2, 3, 4])))
    assert answer(seen) == [1000, 4]
    assert seen.probes == 1


def test_a_limit_ends_a_counted_run(sandbox: Sandbox) -> None:
    seen = count(sandbox, "def f():\n    while True:\n        pass", cpu_ns=20_000_000)
    assert seen.status is Status.CPU_LIMIT
    assert seen.instructions is None


def test_without_the_tool_the_fault_says_how_to_get_it(
    own_native: NativeSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_native, "_tool", None)
    seen = count(own_native, LOOP, (10,))
    assert seen.status is Status.FAULT
    assert "apt install valgrind" in seen.message


def test_a_count_that_is_said_twice_is_none() -> None:
    log = b"==7== Events    : Ir\n==7== Collected : 12\n==7==\n"
    assert read_count(log) == 12
    assert read_count(log + b"==8== Collected : 30\n") is None
    assert read_count(b"==7== nothing") is None
