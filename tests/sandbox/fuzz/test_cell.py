"""Whole runs of submissions that take the guest's place: they write what they like on the channel to the parent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sandbox.api import Function, Main, Sandbox, Script, Status
from sandbox.guest import wire
from sandbox.native.pipes import HEADER
from tests.sandbox.fuzz.messages import messages
from tests.sandbox.kit import answer, run, settled

FORGER = """
import os, signal, socket, sys, threading

def write(fd, data):
    try:
        while data:
            data = data[os.write(fd, data):]
    except OSError:
        pass

def forge(chunks, twice, end):
    if twice and os.fork() == 0:
        for fd, chunk in chunks:
            write(fd, chunk)
        os._exit(0)
    for fd, chunk in chunks:
        write(fd, chunk)
    if end == "close":
        os.close(3)
    elif end == "close all":
        os.closerange(0, 100)
    elif end == "shut":
        socket.socket(fileno=os.dup(3)).shutdown(socket.SHUT_RDWR)
    elif end == "exit":
        os._exit(7)
    elif end == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    elif end == "raise":
        raise ValueError("\\udc80\\x1b[2J" + "x" * 100_000)
    elif end == "thread":
        threading.Thread(target=write, args=(3, chunks[0][1] * 1000 if chunks else b"x" * 9)).start()
    elif end == "read":
        os.read(3, 1)
    elif end == "flood":
        write(3, b"A" + (2**40).to_bytes(8, "little"))
        write(3, bytes(1 << 24))
    return 42

class Forger:
    def __init__(self, *arguments):
        forge(*arguments)
"""
MAIN = FORGER + "\nimport ast\nforge(*ast.literal_eval(sys.stdin.read()))\n"
ENDS = ["return", "close", "close all", "shut", "exit", "kill", "raise", "thread", "read", "flood"]
LIMITS: dict[str, Any] = {
    "cpu_ns": 1_000_000_000, "wall_ns": 500_000_000, "output_bytes": 1 << 16, "processes": 8,
}  # fmt: skip

kinds = st.sampled_from([b"A", b"A", b"R", b"E", b"M", b"B", b"N", b"C", b"F", b"G", b"\0"])
counts = st.integers(0, 80) | st.sampled_from([2**16, 2**16 + 1, 2**31, 2**63, 2**64 - 1])
whole = st.builds(lambda kind, body: HEADER.pack(kind, len(body)) + body, kinds, messages)
torn = st.builds(lambda kind, count, body: HEADER.pack(kind, count) + body, kinds, counts, st.binary(max_size=80))
said = whole | torn | st.binary(max_size=30)
chunks = st.lists(st.tuples(st.sampled_from([3, 3, 3, 3, 1, 2, 4]), said), max_size=4)
GOOD = HEADER.pack(b"A", 9) + wire.encode(7)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(chunks, st.booleans(), st.sampled_from(ENDS), st.sampled_from(["function", "script", "main"]))
@example([(3, GOOD[:5])], False, "close", "function")
@example([(3, GOOD + GOOD)], True, "return", "function")
@example([(3, HEADER.pack(b"A", 2**16 + 1))], False, "read", "script")
@example([(3, HEADER.pack(b"A", 2**16)), (3, b"x")], False, "exit", "main")
def forged(sandbox: Sandbox, chunks: list[tuple[int, bytes]], twice: bool, end: str, how: str) -> None:
    given = (chunks, twice, end)
    match how:
        case "function":
            seen = run(sandbox, FORGER, given, Function("forge"), **LIMITS)
        case "script":
            seen = run(sandbox, FORGER, [("Forger", given)], Script("Forger"), **LIMITS)
        case _:
            seen = run(sandbox, MAIN, repr(given), Main(), **LIMITS)
    assert seen.status in Status and seen.status is not Status.FAULT, seen.message
    assert (seen.answer is not None) is (seen.status is Status.OK)
    seen.message.encode()
    assert len(seen.message) <= 1 << 16
    if seen.answer is not None:
        wire.decode_answer(seen.answer)


def test_whatever_is_forged_a_run_ends_as_one_and_leaves_nothing(sandbox: Sandbox) -> None:
    for number in range(5):
        assert answer(run(sandbox, f"def f():\n    return {number}\n")) == number
    before, mounts = settled(), own_mounts()
    forged(sandbox)
    assert answer(run(sandbox, "def f():\n    return 9\n")) == 9
    after = settled()
    assert (after.processes, after.groups, own_mounts()) == (before.processes, before.groups, mounts)
    spare = 0 if sandbox.strength().backend == "native" else 20  # the connections to an engine
    assert after.descriptors <= before.descriptors + spare


def own_mounts() -> int:
    """An engine on this host mounts for whoever uses it."""
    lines = Path("/proc/self/mountinfo").read_text().splitlines()
    return sum("docker" not in line and "containerd" not in line for line in lines)
