"""Coverage-guided fuzzing of all that reads a guest's bytes: the wire's reader, what shows its values, and the parent's
end of the control channel.

    python -m tests.sandbox.fuzz.atheris_wire CORPUS [libFuzzer's options]

CORPUS is a folder outside the repository; seeds are put there, and what the fuzzer finds worth keeping. It ends with
another code than 0 and leaves a file beside CORPUS when an input raises, hangs or takes too much memory.
"""

from __future__ import annotations

import socket
import sys
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import atheris

with atheris.instrument_imports(
    include=[
        "sandbox.guest.carried",
        "sandbox.guest.frames",
        "sandbox.guest.wire",
        "sandbox.native.pipes",
        "judge.problem.shown",
    ]
):
    from judge.problem.shown import format_value
    from sandbox.guest import wire
    from sandbox.native.pipes import HEADER, Control

LIMIT = 200
ANSWER_BYTES, MESSAGE_BYTES = 1 << 12, 1 << 8
OPTIONS = ["-max_len=4096", "-timeout=20", "-rss_limit_mb=2048"]
SEEDS: list[Any] = [
    None, [True, False, None], -1, 2**64, 3**200, 1.5, 1 + 2j, "aé\ud800", b"\xff", [1, 2, 3, 4], [1.0] * 5,
    ["a", "bc"] * 3,
    [(1, "x", 2.0)] * 4, [((True,), 1)] * 5, (1, (2, (3,))), {"a": [1], 2: {"b": {3}}}, {-1, -2, 2**61 - 1},
    frozenset({frozenset(), (1, 2)}), date(2024, 2, 29), datetime(2024, 1, 1, 12, tzinfo=UTC), timedelta(-1, 5, 7),
    [Decimal("-1.50"), Decimal("sNaN12"), Decimal("1e999999")], wire.Stream(b"a", b"b", 3, b"c"),
    wire.ProbeSequence(9, ((0, 1, 2, 3), (5, 6, 7, 8))), wire.Array("<f8", (2, 1), bytes(16)),
    wire.Frame(("i", "int64", [0, 1]), (("x", "object", ["a", None]), ("y", "f8", wire.Array("<f8", (2,), b"8" * 16)))),
    wire.Frame((None, "range", (3, 9, 2)), (("t", "datetime64[ns]", wire.Array("<M8[ns]", (3,), b"8" * 24)),), True),
    wire.Frame((None, "multi", (("a", "Int64", [1, None]), ("b", "object", ["x", "y"]))), ()),
]  # fmt: skip


def read_input(data: bytes) -> None:
    """The first byte says who reads the rest."""
    if data[:1] == b"C":
        read_frames(data[1:])
    else:
        read_answer(data[1:])


def read_answer(data: bytes) -> None:
    try:
        value = wire.decode_answer(data)
    except wire.WireError as error:
        str(error).encode()
        return
    settled = wire.encode(value)
    if wire.encode(wire.decode_answer(settled)) != settled:
        raise AssertionError("its bytes are not settled")
    shown = format_value(value, LIMIT)
    if len(shown) > 6 * LIMIT + 400 or not shown.isprintable():
        raise AssertionError(f"shown as {shown[:1000]!r}")
    shown.encode()


def read_frames(data: bytes) -> None:
    """Each byte of the first half says how many of the second are sent before the parent looks."""
    cuts, rest = data[: len(data) // 2], data[len(data) // 2 :]
    ours, theirs = socket.socketpair()
    with ours, theirs:
        control = Control(ours, ANSWER_BYTES, MESSAGE_BYTES)
        stop = None
        for cut in cuts:
            theirs.send(rest[:cut])
            rest = rest[cut:]
            stop = stop or _asked(control)
        theirs.close()
        while stop is None and control.fd >= 0:
            stop = _asked(control)


def _asked(control: Control) -> Any:
    stop = control.ready() if control.fd >= 0 else None
    frame = control.take()
    if frame is not None and len(frame[1]) > (ANSWER_BYTES if frame[0] == b"A" else MESSAGE_BYTES):
        raise AssertionError("a frame beyond its limit")
    return stop


def lay_seeds(corpus: Path) -> None:
    corpus.mkdir(parents=True, exist_ok=True)
    for number, value in enumerate(SEEDS):
        (corpus / f"seed-answer-{number}").write_bytes(b"A" + wire.encode(value))
    frames = HEADER.pack(b"R", 0) + HEADER.pack(b"A", 9) + wire.encode(1)
    (corpus / "seed-frames").write_bytes(b"C" + bytes([3] * len(frames)) + frames)


def main() -> None:
    corpus = Path(sys.argv[1])
    lay_seeds(corpus)
    found = f"-artifact_prefix={corpus.parent}/{corpus.name}-found-"
    atheris.Setup([sys.argv[0], *OPTIONS, found, *sys.argv[2:], str(corpus)], read_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
