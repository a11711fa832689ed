"""The judge's side of a container that lies, stalls, floods or dies: no hang, no memory, and it is removed."""

from __future__ import annotations

import contextlib
import struct
import threading
import tracemalloc
from concurrent.futures import ThreadPoolExecutor

import pytest

from sandbox.api import Limits, SandboxError, Status
from sandbox.docker.codec import encode_execution
from sandbox.docker.container import Gone, NotBegun
from sandbox.docker.room import Room
from sandbox.guest import wire
from tests.sandbox.docker.fakes import GOOD, ROOM_BYTES, Played, Reply, docker, honest, message, task

FLOOD = b"x" * (1 << 20)

HOSTILE: dict[str, Reply] = {
    "junk": lambda number: message(b"\xff"),
    "no reply but a list": lambda number: message(wire.encode([number])),
    "a reply to another task": lambda number: message(wire.encode((number + 1, encode_execution(GOOD)))),
    "a reply that is no execution": lambda number: message(wire.encode((number, b"junk"))),
    "a status that there is not": lambda number: message(wire.encode((number, wire.encode({"status": "accepted"})))),
    "a length beyond the limit": lambda number: docker(struct.pack("<Q", 1 << 40)),
    "a message of nothing": lambda number: docker(struct.pack("<Q", 0)),
    "a stream that there is not": lambda number: docker(b"x", stream=7),
    "bytes that are no frames": lambda number: b"HTTP/1.1 500 Internal Server Error\r\n",
}


@pytest.mark.parametrize("reply", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_container_that_lies_is_removed(reply: Reply) -> None:
    played = Played(reply).opened()
    with pytest.raises(Gone):
        played.container.run(task())
    assert not played.container.alive
    assert played.removed.wait(20)
    with pytest.raises(NotBegun):
        played.container.run(task())


def test_two_replies_to_one_task_are_one_too_many() -> None:
    played = Played(lambda number: 2 * honest(number)).opened()
    played.container.run(task())
    assert played.removed.wait(20)


def test_a_container_that_says_nothing_is_given_up_after_the_limit_and_a_margin() -> None:
    played = Played(lambda number: b"", margin_ns=1).opened()
    with pytest.raises(Gone, match="did not answer in time"):
        played.container.run(task(Limits(wall_ns=1)))
    assert played.removed.wait(20)


def test_a_container_that_sends_without_end_costs_no_memory() -> None:
    """Complaints, and a message that is as long as it may be but never ends."""
    limits = Limits(wall_ns=1, output_bytes=1 << 20)
    for endless in (100 * docker(FLOOD, stream=2), docker(struct.pack("<Q", 1 << 20) + b"x")):
        played = Played(lambda number, endless=endless: endless, margin_ns=300_000_000).opened()
        tracemalloc.start()
        with pytest.raises(Gone):
            played.container.run(task(limits))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 130 << 20  # the flood itself is a hundred MiB of this process's
        assert played.removed.wait(20)


def test_a_container_that_ends_ends_its_runs() -> None:
    played = Played(None).opened()
    with pytest.raises(Gone, match="the container ended"):
        played.container.run(task())
    assert played.removed.wait(20)


def test_an_idle_container_that_speaks_is_removed() -> None:
    played = Played(lambda number: honest(number) + message(b"more")).opened()
    played.container.run(task())
    assert played.removed.wait(20)


def test_ending_a_container_ends_its_runs_with_the_reason() -> None:
    played = Played(lambda number: b"").opened()
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(played.container.run, task(Limits()))
        played.container.end("the sandbox is closed")
        with pytest.raises(Gone, match="closed"):
            running.result(20)
    played.container.await_removed()
    assert played.removed.is_set()


def test_runs_side_by_side_get_their_own_replies() -> None:
    played = Played().opened()
    with ThreadPoolExecutor(12) as pool:
        seen = list(pool.map(played.container.run, [task()] * 50))
    assert [one.status for one in seen] == [Status.OK] * 50
    played.container.end("done")


@pytest.mark.parametrize(
    ("opening", "words"),
    [
        (wire.encode({"error": "no namespaces here"}), "no namespaces here"),
        (wire.encode([1]), "junk"),
        (b"\xff", "does not start"),
    ],
)
def test_a_container_that_cannot_start_says_why(opening: bytes, words: str) -> None:
    played = Played(opening=opening)
    with pytest.raises(SandboxError, match=words):
        played.opened()
    assert played.removed.wait(20)


@pytest.mark.parametrize(("memory_bytes", "most"), [(100, 8), (300, 3), (501, 1), (5000, 1)])
def test_runs_of_one_container_never_take_more_than_it_has(memory_bytes: int, most: int) -> None:
    room = Room(ROOM_BYTES)
    entered = threading.Event()

    def one_more() -> None:
        with room.taken(memory_bytes):
            entered.set()

    with contextlib.ExitStack() as stack:
        for _ in range(most - 1):
            stack.enter_context(room.taken(memory_bytes))
        with room.taken(memory_bytes):
            assert not room._fits(memory_bytes)
            waiting = threading.Thread(target=one_more)
            waiting.start()
            assert not entered.is_set()
        waiting.join(20)
        assert entered.is_set()
