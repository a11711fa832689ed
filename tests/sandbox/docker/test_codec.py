"""What crosses between judge and container, and what of it the judge believes."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.api import (
    Build,
    Compile,
    Entry,
    Execution,
    Function,
    Limits,
    Main,
    Program,
    Query,
    Script,
    Status,
    Task,
)
from sandbox.docker.codec import Unbelievable, believe, decode_task, encode_execution, encode_task, most_bytes
from sandbox.guest import wire
from sandbox.guest.carried import ProbeSequence, Stream, Tape

TASK = Task(Program.single("x"), Function("f"), wire.encode(()))
QUERY = Query("sqlite", (("t", (("id", "INTEGER"), ("day", "DATE"))), ("u", (("x", "TEXT"),))))
SECOND_NS = 1_000_000_000
GOOD = Execution(Status.OK, cpu_ns=5, wall_ns=7, memory_bytes=1, answer=wire.encode(1), stdout=b"out")


@pytest.mark.parametrize(
    "entry", [Function("f", True, True), Script("Box"), Main(), Compile(), Build(("main", "classes/")), QUERY]
)
def test_a_task_arrives_as_it_was_sent(entry: Entry) -> None:
    data, attachments = wire.encode_input(
        (Stream(b"h", b"b", 3, b"t"), [ProbeSequence(10, ((0, 1, 2, 3),))], Tape(b"\1", 9))
    )
    program = Program(
        {"a.py": b"\0", "b/c": b""}, "a.py", "python-data", ("/program/main", "{memory_mb}"), True, "jdk", "somebody"
    )
    task = Task(program, entry, data, Limits(probes=3, files_bytes=1), attachments, count_instructions=True)
    assert decode_task(encode_task(task)) == task


def test_an_execution_arrives_as_it_was() -> None:
    assert believe(encode_execution(GOOD), TASK, SECOND_NS, 2) == GOOD
    failed = Execution(Status.SIGNAL, signal=11, stderr=b"\xff", message="é", throttled_ns=3, steps=9)
    assert believe(encode_execution(failed), TASK, SECOND_NS, 2) == failed


def said(**changes: Any) -> bytes:
    return wire.encode({**asdict(GOOD), **changes})


LONG = b"x" * 100_000_000
LIES: dict[str, bytes] = {
    "nothing": b"",
    "junk": b"\xff\xff",
    "a list": wire.encode([1]),
    "another field": said(more=1),
    "a field too few": wire.encode({"status": "ok"}),
    "an unknown status": said(status="accepted"),
    "an unknown accounting": said(accounting="guess"),
    "a status of another type": said(status=1),
    "a number that is none": said(cpu_ns=True),
    "a figure with a fraction": said(cpu_ns=0.5),
    "steps that are none": said(steps=0.5),
    "a negative time": said(cpu_ns=-1),
    "more time than went by": said(wall_ns=5 * SECOND_NS),
    "more processor time than went by on all cores": said(cpu_ns=5 * SECOND_NS),
    "a huge integer": said(memory_bytes=1 << 4000),
    "a signal that does not exist": said(signal=65),
    "an exit code that does not exist": said(exit_code=256),
    "an answer of another type": said(answer="text"),
    "an answer that cannot be read": said(answer=b"junk"),
    "an answer without its end": said(answer=wire.encode([1, 2, 3, "x"])[:-1]),
    "an endless answer": said(answer=wire.encode(Stream(b"", b"x", 1 << 60))),
    "an answer beside a failure": said(status="exception"),
    "no answer": said(answer=None),
    "too long an answer": said(answer=wire.encode(LONG)),
    "too much output": said(stdout=LONG),
    "too much of an error": said(stderr=LONG),
    "too long a message": said(message="x" * 200_000),
    "fields that cannot be sorted out": wire.encode({1: 2, "a": 3}),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES.keys())
def test_what_no_honest_supervisor_says_is_not_believed(lie: bytes) -> None:
    with pytest.raises(Unbelievable):
        believe(lie, TASK, SECOND_NS, 2)


def test_the_answer_of_a_program_is_text_and_of_a_check_is_none() -> None:
    with pytest.raises(Unbelievable):
        believe(said(), replace(TASK, entry=Main()), SECOND_NS, 2)
    with pytest.raises(Unbelievable):
        believe(said(), replace(TASK, entry=Compile()), SECOND_NS, 2)


@given(st.binary(max_size=200))
def test_any_bytes_are_believed_or_not_and_nothing_else_happens(data: bytes) -> None:
    with pytest.raises(Unbelievable):
        believe(data, TASK, SECOND_NS, 2)


@given(st.data())
def test_any_change_of_a_reply_is_believed_within_bounds_or_not(data: st.DataObject) -> None:
    honest = bytearray(encode_execution(GOOD))
    for _ in range(data.draw(st.integers(1, 4))):
        honest[data.draw(st.integers(0, len(honest) - 1))] = data.draw(st.integers(0, 255))
    try:
        seen = believe(bytes(honest), TASK, SECOND_NS, 2)
    except Unbelievable:
        return
    assert 0 <= seen.cpu_ns <= 4 * SECOND_NS
    assert seen.status in set(Status)


def test_the_longest_honest_reply_fits() -> None:
    limits = Limits(output_bytes=1 << 20, stdout_bytes=1 << 16)
    full = replace(
        GOOD, answer=b"x" * ((1 << 20) + 9), stdout=b"x" * (1 << 16), stderr=b"x" * (1 << 16), message="é" * 32_768
    )
    assert len(encode_execution(full)) < most_bytes(limits)
