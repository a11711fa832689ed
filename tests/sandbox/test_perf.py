"""Counters of the kernel on cells. Where the processor has none for us, a software event goes the same way: opened
from outside, started at `go`, inherited by threads and children, read at the end. It counts nanoseconds of CPU."""

from __future__ import annotations

import errno
import os
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from sandbox.api import Execution, Main, Program, Sandbox, Status, Task
from sandbox.native import perf
from sandbox.native.backend import NativeSandbox
from sandbox.native.perf import INSTRUCTIONS, TASK_CLOCK, Counter
from sandbox.toolchains import find
from tests.conftest import need_tool
from tests.sandbox.fixtures import NATIVE_MODES, opened
from tests.sandbox.kit import run, task

SPIN = "def f(n):\n    return sum(range(n))\n"
THREADED = """
import threading
def f(n):
    workers = [threading.Thread(target=lambda: sum(range(n))) for _ in range(4)]
    for worker in workers: worker.start()
    for worker in workers: worker.join()
"""
FORKED = """
import os
def f(n):
    for _ in range(4):
        if os.fork() == 0:
            if os.fork() == 0:
                sum(range(n))
                os._exit(0)
            os.wait()
            os._exit(0)
    for _ in range(4): os.wait()
"""
BACKGROUND = """
import os, time
def f(n):
    if os.fork() == 0:
        while True: pass
    until = time.process_time() + n / 1e9
    while time.process_time() < until: pass
"""


def need_counters() -> None:
    code = perf.why_not(TASK_CLOCK)
    if code is not None:
        pytest.skip(f"this kernel lets us have no performance counters at all ({errno.errorcode[code]})")


def open_counters() -> int:
    found = 0
    for path in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            found += "perf_event" in str(path.readlink())
    return found


@pytest.fixture(params=NATIVE_MODES)
def clocked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    """A sandbox whose processor seems to count, in nanoseconds."""
    need_counters()
    monkeypatch.setattr(perf, "find", lambda: TASK_CLOCK)
    with opened(request.param) as found:
        yield found


def agree(seen: Execution) -> bool:
    """Counter and clock of the cell."""
    assert seen.instructions is not None
    return 0.8 * seen.cpu_ns < seen.instructions < 1.2 * seen.cpu_ns


@pytest.mark.parametrize("source", [SPIN, THREADED, FORKED], ids=["plain", "threads", "grandchildren"])
def test_all_that_a_cell_starts_is_counted(clocked: Sandbox, source: str) -> None:
    seen = run(clocked, source, (2_000_000,))
    assert seen.status is Status.OK
    assert agree(seen), (seen.instructions, seen.cpu_ns)


def test_a_child_that_still_runs_is_counted(clocked: Sandbox) -> None:
    seen = run(clocked, BACKGROUND, (50_000_000,))
    assert seen.status is Status.OK and agree(seen), (seen.instructions, seen.cpu_ns)


def test_it_grows_with_the_work(clocked: Sandbox) -> None:
    counts = [run(clocked, SPIN, (n,)).instructions or 0 for n in (100_000, 1_000_000, 10_000_000)]
    assert counts == sorted(counts) and counts[2] > 10 * counts[0]


def test_what_runs_before_go_is_not_counted(clocked: Sandbox) -> None:
    seen = run(clocked, "def f(a):\n    return len(a)", (list(range(500_000)),))  # decoding costs many times the call
    assert seen.instructions is not None and seen.instructions < 2 * seen.cpu_ns


def test_a_run_that_a_limit_stops_was_counted_until_then(clocked: Sandbox) -> None:
    seen = run(clocked, "def f():\n    while True: pass", cpu_ns=100_000_000)
    assert seen.status is Status.CPU_LIMIT
    assert seen.instructions is not None and seen.instructions > 80_000_000


def test_one_that_ends_by_itself_was_counted_until_then(clocked: Sandbox) -> None:
    seen = run(clocked, "import os\ndef f(n):\n    sum(range(n))\n    os._exit(3)", (2_000_000,))
    assert seen.status is Status.EXIT
    assert agree(seen), (seen.instructions, seen.cpu_ns)


def test_a_command_is_counted_across_its_exec(clocked: Sandbox) -> None:
    need_tool("node", "nodejs")
    find("node")
    program = Program(
        {"x.js": b"let s = 0; for (let i = 0; i < 2e8; i++) s += i; console.log(s)"},
        command=("{node}", "/program/x.js"),
        toolchain="node",
    )
    seen = clocked.run(Task(program, Main(), b"", task("").limits))
    assert seen.status is Status.OK, seen.message
    assert agree(seen), (seen.instructions, seen.cpu_ns)


def test_runs_at_once_are_counted_each_by_itself(clocked: Sandbox) -> None:
    seen: dict[int, Execution] = {}

    def one(n: int) -> None:
        seen[n] = run(clocked, SPIN, (n,))

    threads = [threading.Thread(target=one, args=(n,)) for n in (300_000, 6_000_000)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(agree(one) for one in seen.values()), seen


def test_counters_are_closed(clocked: Sandbox) -> None:
    run(clocked, SPIN, (1,))
    for _ in range(5):
        run(clocked, SPIN, (1,))
    assert open_counters() == 0


def test_a_counter_that_cannot_be_opened_costs_no_run(clocked: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise OSError(errno.EMFILE, "too many open files")

    monkeypatch.setattr(perf, "_open", refuse)
    seen = run(clocked, SPIN, (10,))
    assert seen.status is Status.OK and seen.instructions is None


def test_submitted_code_still_has_no_counters(clocked: Sandbox) -> None:
    source = "import ctypes\ndef f(n):\n    return ctypes.CDLL(None, use_errno=True).syscall(n, None, 0, -1, -1, 0)\n"
    seen = run(clocked, source, (perf._SYSCALLS[os.uname().machine],))
    assert seen.status is Status.SIGNAL and seen.signal == 31  # SIGSYS


@pytest.mark.parametrize("mode", NATIVE_MODES)
def test_a_host_without_a_counter_is_asked_once(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(perf, "find", lambda: None)
    with opened(mode) as found:
        monkeypatch.setattr(perf, "_open", lambda *_: pytest.fail("a run asked the kernel for a counter"))
        assert run(found, SPIN, (10,)).instructions is None
        assert not found.strength().counts_instructions


def test_strength_says_that_runs_are_counted(clocked: Sandbox) -> None:
    assert isinstance(clocked, NativeSandbox) and clocked.strength().counts_instructions


def test_the_processor_counts_the_same_again(own_native: NativeSandbox) -> None:
    code = perf.why_not(INSTRUCTIONS)
    if code is not None:
        pytest.skip(f"this host has no instruction counter for us ({errno.errorcode[code]}; see `judge doctor`)")
    first, second, more = (run(own_native, SPIN, (n,)).instructions or 0 for n in (1_000_000, 1_000_000, 2_000_000))
    assert 0.98 < first / second < 1.02 and more > 1.3 * first


def test_a_shared_counter_gives_no_count() -> None:
    assert perf.counted(struct.pack("=QQQ", 42, 1000, 1000)) == 42
    assert perf.counted(struct.pack("=QQQ", 42, 1000, 700)) is None
    assert perf.counted(b"") is None  # what the kernel gives of an event in error


def test_it_counts_a_process_from_outside() -> None:
    need_counters()
    code = "input(); sum(range(3_000_000)); print(flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdin is not None and other.stdout is not None
        counter = Counter.of_processes(TASK_CLOCK, [other.pid])
        assert counter.read() == 0
        counter.start()
        other.stdin.write(b"\n")
        other.stdin.flush()
        other.stdout.readline()
        assert (counter.read() or 0) > 1_000_000
        counter.close()
        other.stdin.write(b"\n")


def test_no_such_process_is_an_error_and_leaves_nothing_open() -> None:
    need_counters()
    with pytest.raises(OSError):
        Counter(TASK_CLOCK, [os.getpid(), 2**22 + 1])
    assert open_counters() == 0


@pytest.mark.parametrize("machine", ["riscv64", ""])
def test_a_machine_whose_call_we_do_not_know_has_none(monkeypatch: pytest.MonkeyPatch, machine: str) -> None:
    monkeypatch.setattr("platform.machine", lambda: machine)
    assert perf.why_not(TASK_CLOCK) == errno.ENOSYS and perf.find(TASK_CLOCK) is None
