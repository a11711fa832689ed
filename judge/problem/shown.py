"""Values for people: as Python writes them, cut at a limit, and at no more cost than that, however hostile they are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from sandbox.guest.carried import Array, Frame, ProbeSequence, Stream, Tape

LIMIT = 2000
CUT = "…"
MAX_SHOWN_DEPTH = 40
EXACT_INT_BITS = 13_000  # below the 4300 digits up to which Python converts
LONGEST_DECIMAL_BITS = 400_000
MIN_INT_DIGITS = 40
SMALL_SEQUENCE = 1000
SMALL_STREAM = 10_000  # bytes
FIELDS: dict[type, tuple[str, ...]] = {
    Stream: ("head", "block", "repeat", "tail"),
    ProbeSequence: ("length", "segments"),
    Tape: ("values", "block"),
    Array: ("dtype", "shape", "data"),
}


def format_call(operation: Any, limit: int = LIMIT) -> str:
    """One operation of a class's input, or one of many calls: ``add(3.0)``."""
    name, args = operation
    return f"{name}({', '.join(format_value(arg, limit) for arg in args)})"


def format_value(value: Any, limit: int = LIMIT) -> str:
    """A value as Python writes it, cut with "…" at about `limit` characters."""
    pieces: list[str] = []
    used = 0
    for piece in _pieces(value, limit, 0):
        pieces.append(piece[: limit - used])
        used += len(piece)
        if used > limit:
            return "".join(pieces) + CUT
    return "".join(pieces)


def _pieces(value: Any, limit: int, depth: int) -> Iterator[str]:
    kind = type(value)
    if depth > MAX_SHOWN_DEPTH:
        yield CUT
    elif kind is int:
        yield _int(value, limit)
    elif kind in (str, bytes):
        yield repr(value) if len(value) <= limit else repr(value[:limit])[: limit + 1]
    elif kind is list:
        yield from _joined("[", value, "]", limit, depth)
    elif kind is tuple:
        yield from _joined("(", value, ",)" if len(value) == 1 else ")", limit, depth)
    elif kind in (set, frozenset):
        opening, closing = ("{", "}") if kind is set else ("frozenset({", "})")
        yield from _joined(opening, value, closing, limit, depth) if value else [f"{kind.__name__}()"]
    elif kind is dict:
        yield from _mapping(value, limit, depth)
    elif kind is ProbeSequence and len(value) <= SMALL_SEQUENCE:
        yield from _joined("[", value, "]", limit, depth)
    elif kind is Tape and len(value) <= SMALL_SEQUENCE:
        yield "iter("  # what stands for it where the code is pasted: a function that gives the next
        yield from _joined("[", value.values, "]", limit, depth)
        yield ").__next__"
    elif kind is Stream and (text := _short_text(value)) is not None:
        yield from _pieces(text, limit, depth)
    elif kind is Frame:
        from judge.problem.framewrite import frame_code  # which writes its values by this file

        yield frame_code(value, limit, longest=limit)
    elif kind in FIELDS:
        yield f"{kind.__name__}("
        yield from _joined("", [getattr(value, name) for name in FIELDS[kind]], "", limit, depth)
        yield ")"
    else:
        yield _simple(value)


def _joined(opening: str, items: Any, closing: str, limit: int, depth: int) -> Iterator[str]:
    yield opening
    for at, item in enumerate(items):
        if at:
            yield ", "
        yield from _pieces(item, limit, depth + 1)
    yield closing


def _short_text(stream: Stream) -> str | None:
    """The text of a stream that is nothing but a short one; None for others."""
    if stream.block or stream.repeat or stream.tail or len(stream.head) > SMALL_STREAM:
        return None
    try:
        return stream.head.decode()
    except UnicodeDecodeError:
        return None


def _mapping(value: dict[Any, Any], limit: int, depth: int) -> Iterator[str]:
    yield "{"
    for at, (key, item) in enumerate(value.items()):
        if at:
            yield ", "
        yield from _pieces(key, limit, depth + 1)
        yield ": "
        yield from _pieces(item, limit, depth + 1)
    yield "}"


def _simple(value: Any) -> str:
    """What is short however it is written; never an object's own idea of itself."""
    match value:
        case None | bool() | float():
            return repr(value)
        case complex():
            return f"complex({value.real!r}, {value.imag!r})"
        case Decimal():
            return f"Decimal({str(value)!r})"
        case datetime():
            plain = value.replace(fold=0)
            return repr(plain).removeprefix("datetime.") if value.tzinfo is None else str(plain)
        case timedelta():
            return f"timedelta({value.days}, {value.seconds}, {value.microseconds})"
        case date():
            return repr(value).removeprefix("datetime.")
    return f"<{type(value).__name__}>"


def _int(value: int, limit: int) -> str:
    """All digits where they fit. Decimal ones cost quadratic time and are refused beyond 4300; hexadecimal ones are
    not. Both ends where they do not fit: long numbers mostly differ at their end."""
    bits = value.bit_length()
    if bits <= EXACT_INT_BITS and len(text := str(value)) <= max(limit, MIN_INT_DIGITS):
        return text
    if EXACT_INT_BITS < bits <= limit * 4 - 16:
        return hex(value)
    sign, value = "-" if value < 0 else "", abs(value)
    if bits > LONGEST_DECIMAL_BITS:
        first, last = value >> (bits // 4 * 4 - 36), value & 0xFFFFFFFFFF
        return f"{sign}{first:#x}{CUT}{last:010x} (about {_digits(bits):,} digits)"
    digits = _digits(bits)
    digits += value >= 10**digits
    return f"{sign}{value // 10 ** (digits - 12)}{CUT}{value % 10**12:012d} ({digits:,} digits)"


def _digits(bits: int) -> int:
    """Decimal digits of the smallest number of so many bits; one of that length may have one more."""
    return int((bits - 1) * 0.30102999566398120) + 1
