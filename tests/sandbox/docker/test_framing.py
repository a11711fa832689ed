"""Messages are found again, however the stream is cut; what is no stream of messages is refused, and costs nothing."""

from __future__ import annotations

import contextlib
import struct
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.docker.framing import KEPT_STDERR_BYTES, Messages, Output, Unframed, framed

MOST = 1000


def docker(stream: int, data: bytes) -> bytes:
    return struct.pack(">B3xL", stream, len(data)) + data


def cut(data: bytes, places: list[int]) -> list[bytes]:
    places = [0, *sorted(place % (len(data) + 1) for place in places), len(data)]
    return [data[a:b] for a, b in pairwise(places)]


@given(st.lists(st.binary(min_size=1, max_size=60), max_size=6), st.lists(st.integers(0, 10_000), max_size=20))
def test_messages_are_found_however_the_stream_is_cut(messages: list[bytes], places: list[int]) -> None:
    inner = b"".join(map(framed, messages))
    outer = b"".join(docker(1, piece) + docker(2, b"noise") for piece in cut(inner, places) if piece)
    output = Output(lambda: MOST)
    assert [found for piece in cut(outer, places[::-1]) for found in output.feed(piece)] == messages


@given(st.binary(max_size=300))
def test_any_bytes_are_messages_or_refused(data: bytes) -> None:
    output = Output(lambda: MOST)
    with contextlib.suppress(Unframed):
        assert all(len(message) <= MOST for message in output.feed(data))


@pytest.mark.parametrize(
    "data",
    [docker(0, b"x"), docker(3, b"x"), docker(1, struct.pack("<Q", 0)), docker(1, struct.pack("<Q", MOST + 1))],
    ids=["stream 0", "stream 3", "an empty message", "too long a message"],
)
def test_what_no_supervisor_sends_is_refused(data: bytes) -> None:
    with pytest.raises(Unframed):
        list(Output(lambda: MOST).feed(data))


def test_complaints_without_end_are_refused() -> None:
    output = Output(lambda: MOST)
    with pytest.raises(Unframed):
        for _ in range(3000):
            list(output.feed(docker(2, b"x" * 1000)))


def test_a_length_alone_takes_no_memory() -> None:
    messages = Messages(lambda: 1 << 60)
    assert list(messages.feed(memoryview(struct.pack("<Q", 1 << 60)))) == []
    assert len(messages._held) == 0


def test_of_complaints_the_last_are_kept() -> None:
    output = Output(lambda: MOST)
    for _ in range(100):
        list(output.feed(docker(2, b"x" * 1000)))
    list(output.feed(docker(2, b"the end")))
    assert output.stderr.endswith(b"the end") and len(output.stderr) == KEPT_STDERR_BYTES
