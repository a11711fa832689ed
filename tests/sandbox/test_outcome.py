"""The decision on a run, without a run."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sandbox.api import Compile, Function, Limits, Main, Status
from sandbox.guest import wire
from sandbox.native.outcome import Seen, decide

CALL = Seen(Function("f"), Limits(cpu_ns=100, wall_ns=1000))
ONE = (b"A", wire.encode(1))
KILLED, EXITED_0, EXITED_3 = 9, 0, 3 << 8


@pytest.mark.parametrize(
    ("seen", "status"),
    [
        (replace(CALL, frame=ONE), Status.OK),
        (replace(CALL, frame=ONE, out_of_memory=True), Status.MEMORY_LIMIT),
        (replace(CALL, frame=ONE, starved=True), Status.FAULT),
        (replace(CALL, wait_status=KILLED, starved=True), Status.FAULT),
        (replace(CALL, wait_status=KILLED, starved=True, out_of_memory=True), Status.MEMORY_LIMIT),
        (replace(CALL, frame=ONE, cpu_ns=101), Status.CPU_LIMIT),
        (replace(CALL, frame=ONE, wall_ns=1001), Status.WALL_LIMIT),
        (replace(CALL, frame=ONE, stop=Status.PROBE_LIMIT), Status.PROBE_LIMIT),
        (replace(CALL, frame=(b"A", b"junk")), Status.BAD_ANSWER),
        (replace(CALL, frame=(b"E", b"\xff")), Status.EXCEPTION),
        (replace(CALL, frame=(b"M", b"")), Status.MEMORY_LIMIT),
        (replace(CALL, frame=(b"B", b"")), Status.BUILD_ERROR),
        (replace(CALL, frame=(b"N", b"")), Status.BAD_ANSWER),
        (replace(CALL, frame=(b"C", b"")), Status.BAD_ANSWER),
        (replace(CALL, frame=(b"R", b"")), Status.BAD_ANSWER),
        (replace(CALL, frame=(b"F", b"")), Status.BAD_ANSWER),
        (replace(CALL, frame=(b"?", b"")), Status.BAD_ANSWER),
        (replace(CALL, wait_status=EXITED_0), Status.EXIT),
        (replace(CALL, wait_status=EXITED_3), Status.EXIT),
        (replace(CALL, wait_status=KILLED), Status.SIGNAL),
        (CALL, Status.EXIT),
        (replace(CALL, entry=Compile(), frame=(b"C", b"")), Status.OK),
        (replace(CALL, entry=Compile(), frame=ONE), Status.BAD_ANSWER),
        (replace(CALL, entry=Main(), wait_status=EXITED_0, stdout=b"x"), Status.OK),
        (replace(CALL, entry=Main(), wait_status=EXITED_0, stdout=b"\xff"), Status.BAD_ANSWER),
        (replace(CALL, entry=Main(), wait_status=EXITED_3, stdout=b"x"), Status.EXIT),
        (replace(CALL, entry=Main(), frame=ONE), Status.BAD_ANSWER),
    ],
)
def test_status(seen: Seen, status: Status) -> None:
    execution = decide(seen)
    assert execution.status is status
    assert (execution.answer is not None) == (status is Status.OK and not isinstance(seen.entry, Compile))


def test_a_programs_answer_is_its_output() -> None:
    execution = decide(replace(CALL, entry=Main(), wait_status=EXITED_0, stdout="é\n".encode()))
    assert execution.answer is not None
    assert wire.decode(execution.answer) == "é\n"


def test_exit_code_and_signal_are_those_of_the_cell_and_not_of_our_kill() -> None:
    assert decide(replace(CALL, wait_status=EXITED_3)).exit_code == 3
    assert decide(replace(CALL, wait_status=11)).signal == 11
    assert decide(replace(CALL, wait_status=KILLED, stop=Status.CPU_LIMIT)).signal is None


def test_an_answer_is_read_once_and_a_malformed_one_refused_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[bytes] = []
    decode = wire.decode_answer
    monkeypatch.setattr(wire, "decode_answer", lambda data: (read.append(data), decode(data)))
    answer, junk = wire.encode("comes again"), wire.encode(2)[:-1]
    for frame, status in ((answer, Status.OK), (junk, Status.BAD_ANSWER)):
        assert [decide(replace(CALL, frame=(b"A", frame))).status for _ in range(3)] == [status] * 3
    assert read == [answer, junk, junk, junk]
