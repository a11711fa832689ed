"""Streams, probe sequences and tapes: data that stay with the parent."""

from __future__ import annotations

import pytest

from sandbox.api import MIB, Main, Sandbox, Status
from sandbox.guest.carried import ProbeSequence, Stream, Tape, WireError
from tests.sandbox.kit import answer, run

LINES = Stream(b"head\n", b"1,2\n" * 1000, 2000, b"tail")
SQUARES = ProbeSequence.of([n * n for n in range(10)])


def test_a_stream_is_a_text_file(sandbox: Sandbox) -> None:
    source = (
        "def f(s):\n    first = next(s)\n    rest = s.readlines()\n"
        "    return [first, len(rest), rest[0], rest[-1], s.read()]"
    )
    assert answer(run(sandbox, source, (LINES,))) == ["head\n", 2_000_001, "1,2\n", "tail", ""]


def test_a_stream_is_read_in_constant_memory(sandbox: Sandbox) -> None:
    large = Stream(b"", b"x" * 999 + b"\n", 200_000)
    source = (
        "def f(s):\n    total = 0\n    while piece := s.read(65536):\n        total += len(piece)\n    return total"
    )
    seen = run(sandbox, source, (large,), memory_bytes=16 * MIB)
    assert answer(seen) == len(large)
    assert seen.memory_bytes < 8 * MIB


def test_a_stream_read_whole_breaks_the_memory_limit(sandbox: Sandbox) -> None:
    large = Stream(b"", b"x" * 999 + b"\n", 200_000)
    seen = run(sandbox, "def f(s):\n    return len(s.read())", (large,), memory_bytes=32 * MIB)
    assert seen.status is Status.MEMORY_LIMIT


def test_a_stream_may_be_left_unread_or_closed(sandbox: Sandbox) -> None:
    assert answer(run(sandbox, "def f(s):\n    return 1", (LINES,))) == 1
    assert answer(run(sandbox, "def f(s):\n    s.close()\n    return 2", (LINES,))) == 2


def test_two_streams_may_be_read_in_turn(sandbox: Sandbox) -> None:
    source = "def f(a, b):\n    return sum(x == y for x, y in zip(a, b))"
    assert answer(run(sandbox, source, (LINES, LINES))) == 2_000_002


def test_a_stream_keeps_its_line_ends_and_letters(sandbox: Sandbox) -> None:
    text = Stream("é\r\n".encode(), "ü\n".encode(), 2, b"\r")
    assert answer(run(sandbox, "def f(s):\n    return s.read()", (text,))) == "é\r\nü\nü\n\r"


def test_a_program_reads_a_stream_as_its_input(sandbox: Sandbox) -> None:
    seen = run(sandbox, "import sys\nprint(sum(1 for _ in sys.stdin))", LINES, Main())
    assert answer(seen) == "2000002\n"


def test_a_stream_stands_anywhere_in_the_input(sandbox: Sandbox) -> None:
    source = "def f(d):\n    return [next(s) for s in d['parts']]"
    parts = {"parts": [Stream(b"a\n", b"", 0), Stream(b"b\n", b"", 0)]}
    assert answer(run(sandbox, source, (parts,))) == ["a\n", "b\n"]


@pytest.mark.parametrize(
    ("expression", "expected", "probes"),
    [
        ("len(s)", 10, 0),
        ("s[3]", 9, 1),
        ("s[-1]", 81, 1),
        ("s[2:5]", [4, 9, 16], 3),
        ("s[::-3]", [81, 36, 9, 0], 4),
        ("list(s)", [n * n for n in range(10)], 10),
        ("[s[1], s[1]]", [1, 1], 2),
        ("bisect.bisect_left(s, 50)", 8, 3),
        ("25 in s", True, 6),
    ],
)
def test_each_element_read_of_a_sequence_counts(
    sandbox: Sandbox, expression: str, expected: object, probes: int
) -> None:
    seen = run(sandbox, f"import bisect\ndef f(s):\n    return {expression}", (SQUARES,))
    assert answer(seen) == expected
    assert seen.probes == probes


@pytest.mark.parametrize("index", ["10", "-11", "10**30"])
def test_outside_a_sequence_is_an_index_error_and_costs_nothing(sandbox: Sandbox, index: str) -> None:
    seen = run(sandbox, f"def f(s):\n    return s[{index}]", (SQUARES,))
    assert seen.status is Status.EXCEPTION
    assert "IndexError" in seen.message
    assert seen.probes == 0


def test_probes_at_the_limit_pass_and_one_more_does_not(sandbox: Sandbox) -> None:
    source = "def f(s, n):\n    return [s[0] for _ in range(n)]"
    assert run(sandbox, source, (SQUARES, 5), probes=5).status is Status.OK
    seen = run(sandbox, source, (SQUARES, 6), probes=5)
    assert seen.status is Status.PROBE_LIMIT


def test_a_sequence_larger_than_memory(sandbox: Sandbox) -> None:
    huge = ProbeSequence(10**15, ((0, 7, 2, 1),))
    source = "from bisect import bisect_left\ndef f(s, x):\n    return bisect_left(s, x)"
    seen = run(sandbox, source, (huge, 2 * 10**14 + 7))
    assert answer(seen) == 10**14
    assert seen.probes <= 51


def test_two_sequences_share_one_limit(sandbox: Sandbox) -> None:
    seen = run(sandbox, "def f(a, b):\n    return [a[0], b[0], a[1], b[1]]", (SQUARES, SQUARES), probes=3)
    assert seen.status is Status.PROBE_LIMIT


def test_a_tape_is_called_or_iterated_over(sandbox: Sandbox) -> None:
    source = "def f(tape, n):\n    return [tape() for _ in range(n)] + [next(tape)] + list(tape)"
    seen = run(sandbox, source, (Tape(bytes([1, 0, 255, 7, 1]), 2), 2))
    assert answer(seen) == [1, 0, 255, 7, 1]
    assert seen.probes == 5


def test_a_tape_is_counted_by_the_block(sandbox: Sandbox) -> None:
    source = "def f(tape, n):\n    return sum(tape() for _ in range(n))"
    assert run(sandbox, source, (Tape(b"\1" * 9, 4), 0)).probes == 0
    assert run(sandbox, source, (Tape(b"\1" * 9, 4), 5)).probes == 8
    assert run(sandbox, source, (Tape(b"\1" * 9, 1), 5)).probes == 5


def test_a_tape_ends_in_an_error(sandbox: Sandbox) -> None:
    seen = run(sandbox, "def f(tape):\n    while True:\n        tape()", (Tape(b"\0" * 70_000, 65_536),))
    assert seen.status is Status.EXCEPTION
    assert "EOFError: there are no more: it gave all 70000 that there were" in seen.message
    assert seen.probes == 70_000


def test_a_limit_holds_inside_a_block_and_over_all_tapes(sandbox: Sandbox) -> None:
    source = "def f(a, b, n):\n    return [a() + b() for _ in range(n)]"
    tapes = Tape(b"\1" * 90, 16), Tape(b"\2" * 90, 16)
    # The second one may hand out no more than 4 of its 16.
    assert answer(run(sandbox, source, (*tapes, 4), probes=20)) == [3, 3, 3, 3]
    seen = run(sandbox, source, (*tapes, 5), probes=20)
    assert seen.status is Status.PROBE_LIMIT
    assert seen.probes == 20


def test_nothing_else_can_be_asked_of_a_tape(sandbox: Sandbox) -> None:
    source = "import os\ndef f(tape):\n    os.write(4, (5).to_bytes(8, 'little'))\n    return os.read(4, 100)"
    assert run(sandbox, source, (Tape(b"\1" * 90),)).status is Status.BAD_ANSWER


@pytest.mark.parametrize("block", [0, -1, 65_537])
def test_a_tape_has_blocks_that_fit(block: int) -> None:
    with pytest.raises(WireError, match="blocks of 1 to 65536"):
        Tape(b"", block)
