"""Hostile bytes where a guest's answer should be: strategies that know the wire's tags and lengths."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from sandbox.guest import wire
from tests.sandbox.wire_values import values

LENGTH = struct.Struct("<Q")
MERSENNE = 2**61 - 1  # Python's hash of an int is its remainder by this

extreme_counts = st.sampled_from([0, 1, 2, 4, 5, 100, 2**31, 2**32, 2**60, 2**61, 2**63, 2**64 - 1])
counts = extreme_counts | st.integers(0, 6)
# Long ones are made late: hypothesis itself cannot print them.
extreme_ints = st.sampled_from([-1, -2, MERSENNE, -MERSENNE, 2**60, 2**63 - 1, 2**64]) | st.builds(
    lambda number, bits: number << bits, st.sampled_from([1, -1, 3]), st.sampled_from([40_000, 14_285, 400_000])
)
# Text that is no number, no date, no name of a type, or is one only just.
words = st.sampled_from(
    [
        "NaN", "sNaN", "-sNaN123", "Infinity", "1e999999999999999999", "1E-999999999999999999", "1e9999999999999999999",
        "1_0", " 1 ", "0." + "0" * 3000 + "1", "9" * 5000, "2024-02-30", "0001-01-01", "9999-12-31", "2024-W01-1",
        "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59.999999-23:59", "2024-01-01T00:00:00+00:00:00.000001",
        "<f8", "|O", "<f8,O", "<M8[ns]", "<M8[", "|V9", "<U3", ">i4", "<f\ud800", "<f\x1b[2J\n", "f", "", "\0",
        "float64", "int64", "object", "category", "datetime64[ns, UTC]", "\udc80\ud800", "\x1b]0;x\x07",
    ]
)  # fmt: skip
texts = words | st.text(st.characters(codec=None), max_size=20)
odd = st.sampled_from([float("nan"), float("inf"), -0.0, 1.0, True, None, b"\xff", 1]) | extreme_ints | texts


def _sized(tag: bytes, payload: bytes) -> bytes:
    return tag + LENGTH.pack(len(payload)) + payload


dtypes = st.sampled_from(["<f8", "<i8", "<f8", "|b1", "<c16", "<M8[ns]", "<f", "<f\ud800", "<f\x1b[2J\n"]) | texts
shapes = st.lists(st.integers(0, 3) | extreme_ints, max_size=9).map(tuple)


@st.composite
def _arrays(draw: Callable[..., Any]) -> bytes:
    data = draw(st.integers(0, 3).map(lambda n: bytes(8 * n)) | st.binary(max_size=40))
    return b"a" + wire.encode((draw(dtypes), draw(shapes | st.just((len(data) // 8,))), data))


@st.composite
def _frames(draw: Callable[..., Any]) -> bytes:
    names = st.sampled_from(["x", "y", None]) | odd
    cells = st.lists(odd, max_size=3) | odd
    column = st.tuples(names, st.just("int64") | texts, st.just([1, 2]) | cells)
    columns = st.lists(column | column | column | st.tuples(odd, texts), max_size=3)
    return b"f" + wire.encode((draw(column), tuple(draw(columns))))


arrays, frames = _arrays(), _frames()
mappings = st.lists(st.tuples(odd, odd), max_size=4).map(
    lambda pairs: b"m" + LENGTH.pack(len(pairs)) + b"".join(wire.encode(part) for pair in pairs for part in pair)
)
leaves = (
    odd.map(wire.encode)
    | st.tuples(st.sampled_from([b"k", b"D", b"W", b"s"]), texts).map(
        lambda pair: _sized(pair[0], pair[1].encode("utf-8", "surrogatepass"))
    )
    | st.tuples(st.integers(-(2**63), 2**63 - 1), st.integers(-(2**63), 2**63 - 1)).map(
        lambda pair: b"u" + struct.pack("<qqq", *pair, 0)
    )
    | st.tuples(st.sampled_from([b"s", b"b", b"I", b"S", b"L", b"q"]), counts, st.binary(max_size=60)).map(
        lambda parts: parts[0] + LENGTH.pack(parts[1]) + parts[2]
    )
    | arrays
    | frames
    | mappings
    | values.map(wire.encode)
)
_containers = st.sampled_from([b"l", b"t", b"e", b"z", b"m", b"R"])


def _around(inner: st.SearchStrategy[bytes]) -> st.SearchStrategy[bytes]:
    """A container of what is inside, whose count is mostly right, sometimes not."""

    def pack(tag: bytes, items: list[bytes], again: int, wrong: int | None) -> bytes:
        items = items * again
        count = len(items) // 2 if tag == b"m" else len(items)
        return tag + LENGTH.pack(count if wrong is None else wrong) + b"".join(items)

    wrong = st.none() | st.none() | st.none() | counts
    return st.builds(pack, _containers, st.lists(inner, max_size=5), st.sampled_from([1, 1, 2, 30]), wrong)


def damaged(message: bytes, edits: list[tuple[int, int, bytes, int]]) -> bytes:
    """`message` after `edits`: (kind, where, bytes, a count)."""
    made = bytearray(message)
    for kind, where, data, count in edits:
        at = where % (len(made) + 1)
        match kind:
            case 0:
                made[at : at + 1] = data
            case 1:
                made[at : at + 8] = LENGTH.pack(count)
            case 2:
                del made[at : at + len(data)]
            case _:
                made[at:at] = made[: where % 41]
    return bytes(made)


def _deep(head: bytes, depth: int, inner: bytes) -> bytes:
    return head * depth + inner


deep_heads = st.sampled_from([b"l", b"t", b"e", b"z", b"R", b"R"]).map(lambda tag: tag + LENGTH.pack(1)) | st.just(
    b"m" + LENGTH.pack(1) + b"N"
)
edits = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 2**16), st.binary(max_size=9), counts), min_size=1, max_size=3
)
well_formed = (
    st.recursive(leaves, _around, max_leaves=15)
    | values.map(wire.encode)
    | st.builds(_deep, deep_heads, st.integers(0, 101), leaves)
)
messages = well_formed | st.builds(damaged, well_formed, edits) | st.binary(max_size=200)
