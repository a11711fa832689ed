"""A container that somebody took over: what the judge makes of its words."""

from __future__ import annotations

import queue
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sandbox.api import Execution, Function, Limits, Main, Program, SandboxError, Status, Task
from sandbox.docker.codec import Unbelievable, believe
from sandbox.docker.container import Container, Gone
from sandbox.docker.framing import Output, Unframed, framed
from sandbox.guest import wire
from tests.sandbox.fuzz.messages import damaged, edits, messages, odd, texts

LIMITS = Limits(output_bytes=500, stdout_bytes=100)
TASKS = [Task(Program.single(""), entry, b"", LIMITS) for entry in (Function("f"), Main())]
NAMES = [field.name for field in fields(Execution)]
statuses = st.sampled_from([*map(str, Status), "nothing", "OK", 7])

saids = st.fixed_dictionaries(
    {
        **{name: st.integers(0, 1000) for name in NAMES},
        "status": statuses,
        "accounting": st.just("sampled"),
        "message": st.just("no") | texts,
        "stdout": st.binary(max_size=120),
        "stderr": st.just(b""),
        "answer": st.none() | messages | st.just(wire.encode("42")),
        "exit_code": st.none() | st.integers(-1, 300),
        "signal": st.none() | st.integers(-1, 70),
        "instructions": st.none() | st.integers(0, 9),
    }
)


@st.composite
def replies(draw: Any) -> bytes:
    said: dict[Any, Any] = dict(draw(saids))
    for name in draw(st.lists(st.sampled_from(NAMES), max_size=2)):
        said[name] = draw(odd)
    for name in draw(st.lists(st.sampled_from(NAMES), max_size=1)) if draw(st.booleans()) else []:
        said.pop(name, None)
    message = wire.encode(said)
    return damaged(message, draw(edits)) if draw(st.integers(0, 9)) == 9 else message


def believable(seen: Execution, task: Task) -> None:
    assert type(seen.status) is Status
    seen.message.encode()
    assert (seen.answer is not None) is (seen.status is Status.OK)
    assert min(seen.cpu_ns, seen.wall_ns, seen.memory_bytes, seen.probes, seen.throttled_ns) >= 0
    assert len(seen.stdout) <= task.limits.stdout_bytes
    if seen.answer is not None:
        wire.decode_answer(seen.answer)


@settings(max_examples=400)
@given(replies() | messages, st.sampled_from(TASKS))
def test_a_reply_is_believed_or_not(reply: bytes, task: Task) -> None:
    try:
        seen = believe(reply, task, 1_000_000, 2)
    except Unbelievable as error:
        str(error).encode()
        assert len(str(error)) < 1000
        return
    believable(seen, task)


@pytest.mark.parametrize(
    ("name", "value"),
    [("cpu_ns", 1 << 40_000), ("message", "\ud800"), ("status", "\ud800")],
    ids=["number", "message", "status"],
)
def test_what_cannot_be_said_again_is_not_believed(name: str, value: Any) -> None:
    said: dict[str, Any] = {field.name: 0 for field in fields(Execution)}
    said |= {"status": "exit", "accounting": "sampled", "message": "", "stdout": b"", "stderr": b"", "answer": None}
    with pytest.raises(Unbelievable) as caught:
        believe(wire.encode({**said, name: value}), TASKS[0], 1_000_000, 2)
    str(caught.value).encode()


@settings(max_examples=300)
@given(st.lists(st.binary(max_size=30), max_size=20), st.integers(0, 60))
@example([b"\x01\0\0\0\0\0\0\x09" + framed(b"x")], 9)
@example([b"\x01\0\0\0\xff\xff\xff\xff" + b"\xff" * 8], 9)
@example([b"\x02\0\0\0\xff\xff\xff\xff" + bytes(1 << 20)], 9)
def test_an_engines_frames_hold_bounded_messages(chunks: list[bytes], most: int) -> None:
    output = Output(lambda: most)
    try:
        for chunk in chunks:
            for message in output.feed(chunk):
                assert 0 < len(message) <= most
            assert len(output._messages._held) <= max(most, 8) and len(output.stderr) <= 8192
    except Unframed:
        pass


class Scripted:
    """A line whose other side says what it is told to."""

    def __init__(self, chunks: list[bytes]) -> None:
        self.chunks: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        for chunk in chunks:
            self.chunks.put(chunk)
        self.chunks.put(b"")

    def send(self, data: bytes) -> None:
        pass

    def receive(self, size: int) -> bytes:
        return self.chunks.get()

    def hang_up(self) -> None:
        self.chunks.put(b"")

    def close(self) -> None:
        pass


def docker(message: bytes) -> bytes:
    return b"\x01\0\0\0" + len(message).to_bytes(4, "big") + message


OPENED = docker(framed(wire.encode({"build": "x", "accounting": "sampled", "weaknesses": []})))
numbers = st.just(1) | st.integers(0, 3) | odd
answers = st.builds(
    lambda number, reply: docker(framed(wire.encode((number, reply)))), numbers, replies() | odd
) | messages.filter(bool).map(lambda message: docker(framed(message)))


@settings(max_examples=150)
@given(st.lists(answers | st.binary(max_size=40), max_size=4), st.booleans())
def test_a_run_in_it_ends_as_a_run_or_with_the_container_gone(said: list[bytes], opens: bool) -> None:
    removed: list[bool] = []
    line = Scripted([OPENED, *said] if opens else said)
    container = Container("c", line, 2, 1 << 40, lambda: removed.append(True), margin_ns=1_000_000_000)
    try:
        container.open({})
        for task in TASKS:
            believable(container.run(task), task)
    except (Gone, SandboxError) as error:
        str(error).encode()
    container.end("enough")
    container.await_removed()
    assert removed == [True] and not container._waiting
