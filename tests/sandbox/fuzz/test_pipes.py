"""The parent's ends of a run's pipes, over real pipes and sockets, with anything at the other end.

The parent sleeps until an end has something, then asks it once. So each time an end must go forward, close, or stop the
run: else the parent would spin.
"""

from __future__ import annotations

import contextlib
import os
import select
import socket
import struct
from collections.abc import Iterator
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sandbox.api import Status
from sandbox.guest.carried import ProbeSequence, Stream
from sandbox.native.pipes import CHUNK, HEADER, Collector, Control, Feeder, Probes, ProbeServer

ANSWER_BYTES, MESSAGE_BYTES = 300, 50
NOW = 0
URGENT, CLOSE, SHUT = "urgent", "close", "shut"

sizes = st.integers(0, ANSWER_BYTES + 2) | st.sampled_from([2**31, 2**63, 2**64 - 1])
headers = st.builds(HEADER.pack, st.sampled_from([b"A", b"E", b"R", b"G", b"\0", b"\xff"]), sizes)
frames = st.builds(
    lambda kind, body: HEADER.pack(kind, len(body)) + body, st.sampled_from([b"A", b"E", b"N"]), st.binary(max_size=60)
)
chunks = st.binary(min_size=1, max_size=40) | headers | frames
steps = st.lists(chunks | chunks | chunks | st.sampled_from([URGENT, CLOSE, SHUT]), max_size=25)


@contextlib.contextmanager
def socket_pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, theirs = socket.socketpair()
    theirs.setblocking(False)
    with ours, theirs:
        yield ours, theirs


def do(theirs: socket.socket, step: Any) -> bytes:
    """One act of the guest. Returns what it sent."""
    with contextlib.suppress(OSError):  # it closed before
        if step == CLOSE:
            theirs.close()
        elif step == SHUT:
            theirs.shutdown(socket.SHUT_WR)
        elif step == URGENT:
            theirs.send(b"!", socket.MSG_OOB)
        else:
            return bytes(step[: theirs.send(step)])
    return b""


def has_something(end: Any) -> bool:
    poll = select.poll()
    poll.register(end.fd, end.events)
    return bool(poll.poll(NOW))


def expected_frames(sent: bytes) -> tuple[list[tuple[bytes, bytes]], Status | None]:
    """What a reader of whole frames makes of it."""
    found: list[tuple[bytes, bytes]] = []
    while len(sent) >= HEADER.size:
        kind, size = HEADER.unpack_from(sent)
        if size > (ANSWER_BYTES if kind == b"A" else MESSAGE_BYTES):
            return found, Status.OUTPUT_LIMIT if kind == b"A" else Status.BAD_ANSWER
        if len(sent) < HEADER.size + size:
            break
        found.append((kind, sent[HEADER.size : HEADER.size + size]))
        sent = sent[HEADER.size + size :]
    return found, None


@settings(max_examples=300)
@given(steps, st.booleans())
@example([HEADER.pack(b"A", 5), CLOSE], True)
@example([b"A", SHUT], True)
def test_control_reads_frames_and_nothing_else(guest: list[Any], at_once: bool) -> None:
    sent = b""
    found: list[tuple[bytes, bytes]] = []
    stop = None
    with socket_pair() as (ours, theirs):
        control = Control(ours, ANSWER_BYTES, MESSAGE_BYTES)
        ours.send(b"G")  # who closes without having read it resets the connection
        for number, step in enumerate(guest):
            sent += do(theirs, step)
            if not at_once and number < len(guest) - 1:
                continue
            for _ in range(2 * len(sent) + 10):
                if stop is not None or control.fd < 0 or not has_something(control):
                    break
                before = (bytes(control._header), control._at, control.closed)
                stop = control.ready()
                frame = control.take()
                found += [frame] if frame else []
                assert len(control._header) <= HEADER.size and len(control._body) <= ANSWER_BYTES
                forward = frame or stop or before != (bytes(control._header), control._at, control.closed)
                assert forward or URGENT in guest
    frames, wanted_stop = expected_frames(sent)
    if URGENT not in guest:
        assert (found, stop) == (frames, wanted_stop)


@settings(max_examples=200)
@given(
    st.lists(st.integers(0, 50) | st.sampled_from([4096, 65536, CHUNK, CHUNK + 1]), max_size=12),
    st.integers(0, 70_000),
    st.none() | st.integers(0, 100_000),
    st.booleans(),
)
def test_a_collector_keeps_so_much_and_counts_all(writes: list[int], keep: int, most: int | None, closes: bool) -> None:
    ours, theirs = os.pipe()
    os.set_blocking(theirs, False)
    end = Collector(ours, keep, most)
    sent = bytearray()
    stop = None
    try:
        for count in writes:
            piece = bytes(len(sent) % 251 for _ in range(1)) * count
            with contextlib.suppress(BlockingIOError):
                sent += piece[: os.write(theirs, piece)] if piece else b""
            while stop is None and has_something(end):
                before = end.total
                stop = end.ready()
                assert end.total > before
                assert len(end.kept) <= keep
    finally:
        if closes:
            os.close(theirs)
        stop = end.drain() or stop
        assert (end.fd < 0) is closes or stop is not None
        if not closes:
            os.close(theirs)
        end.close()
    assert end.kept == sent[:keep] and end.total == len(sent)
    assert stop is (Status.OUTPUT_LIMIT if most is not None and len(sent) > most else None)


@settings(max_examples=200)
@given(
    st.builds(Stream, st.binary(max_size=9), st.binary(max_size=9), st.integers(0, 20_000), st.binary(max_size=9)),
    st.lists(st.integers(0, 100_000), max_size=8),
    st.booleans(),
)
def test_a_feeder_writes_its_stream_to_whoever_reads(stream: Stream, reads: list[int], to_the_end: bool) -> None:
    theirs, ours = os.pipe()
    os.set_blocking(theirs, False)
    end = Feeder(ours, stream)
    whole = b"".join(stream.chunks())
    got = b""

    def feed() -> None:
        while end.fd >= 0 and has_something(end):
            assert end.ready() is None

    def read(count: int) -> None:
        nonlocal got
        with contextlib.suppress(BlockingIOError):
            got += os.read(theirs, count)

    try:
        for count in reads:
            feed()
            read(count)
        while to_the_end and end.fd >= 0:
            feed()
            read(1 << 20)
        if to_the_end:
            read(1 << 20)
    finally:
        os.close(theirs)
    feed()
    assert end.fd < 0 or not whole  # nobody reads any more
    end.close()
    assert got == whole if to_the_end else whole.startswith(got)


requests = st.lists(st.integers(-2, 12) | st.integers(-(2**63), 2**63 - 1), max_size=20).map(
    lambda indices: struct.pack(f"<{len(indices)}q", *indices)
)
SEQUENCE = ProbeSequence(10, ((0, 100, 1, 1),))


@settings(max_examples=300)
@given(
    st.lists(requests | st.binary(max_size=20) | st.sampled_from([CLOSE, SHUT, URGENT]), max_size=10),
    st.none() | st.integers(0, 20),
    st.booleans(),
)
def test_a_probe_server_answers_what_was_asked_and_counts_it(guest: list[Any], most: int | None, reads: bool) -> None:
    sent = got = b""
    stop = None
    with socket_pair() as (ours, theirs):
        probes = Probes(most)
        end = ProbeServer(ours, SEQUENCE, probes)
        for step in guest:
            sent += do(theirs, step)
            for _ in range(len(sent) + 5):
                if stop is not None or end.fd < 0 or not has_something(end):
                    break
                stop = end.ready()
                assert len(end._rest) < 8
            if reads:
                with contextlib.suppress(OSError):
                    got += theirs.recv(1 << 16)
    if URGENT in guest:
        return
    asked = [index for (index,) in struct.iter_unpack("<q", sent[: len(sent) // 8 * 8])]
    honest = next((at for at, index in enumerate(asked) if not 0 <= index < 10), len(asked))
    if most is not None and honest > most:
        assert (stop, probes.count) == (Status.PROBE_LIMIT, most + 1) or CLOSE in guest
    elif CLOSE not in guest:
        assert probes.count == honest
        assert stop is (Status.BAD_ANSWER if honest < len(asked) else None)
    values = struct.pack(f"<{len(asked)}q", *(100 + index if 0 <= index < 10 else 0 for index in asked))
    assert values.startswith(got)


def test_one_who_asks_and_never_reads_is_stopped() -> None:
    with socket_pair() as (ours, theirs):
        end = ProbeServer(ours, SEQUENCE, Probes(None))
        stop = None
        for _ in range(10_000):
            theirs.send(bytes(8 * 400))
            stop = end.ready()
            if stop is not None:
                break
        assert stop is Status.BAD_ANSWER
