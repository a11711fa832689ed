"""The typed format in which inputs go into a cell and answers come out.

JSON cannot carry integers of more than 4300 digits, NaN, tuples, bytes, dates or data frames; pickle runs code. This
format is plain data: one tag byte a value, lengths in front, every length checked against what is left, so a hostile
message costs its reader no more than a small multiple of its own size. Equal values of equal types have equal bytes.

Long lists of floats, of 64-bit integers, of strings, and of equally long tuples are packed in columns, since the
encoding of an answer lies inside the measured span and should not drown what is measured.

Where numpy and pandas are loaded (inside a cell) arrays and frames become theirs (``frames.py``); elsewhere they stay
the neutral :class:`Array` and :class:`Frame` (``carried.py``), so the judge needs neither.
"""

from __future__ import annotations

import sys
from array import array
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from struct import Struct
from time import thread_time_ns
from typing import Any, Union

from .carried import (
    ARRAY_KINDS,
    INT64_MAX,
    INT64_MIN,
    Array,
    Frame,
    ProbeSequence,
    Stream,
    Tape,
    WireError,
    column_length,
)
from .frames import (
    checked_column,
    checked_index,
    from_numpy,
    in_cell,
    packed_column,
    plain_column,
    plain_index,
    to_pandas,
)
from .records import MOST_KEYS, read_records, read_texts

MAX_DEPTH = 100  # a reader takes up to five frames a level, of the thousand that Python has by default
# A reader does at most so much work, and holds so many tuples, beyond what is in proportion to the message.
SPARE_COMPARED_BYTES = 16_000_000
SPARE_ROWS = 1_000_000
LONG_INT_BYTES = 64
# Python's hash tables can be filled so that each key takes as many steps as there are keys. Those of an answer may take
# so much CPU time: some fifty times what honest keys take.
FILL_KEYS, FILL_NS_A_KEY, SPARE_FILL_NS = 256, 5_000, 1_000_000_000
ISO_DATE_CHARS = 10
SHORT_KEY = 64  # characters of a key whose message is kept
PACK_FROM = 4  # shorter lists are not worth a second look
_Q = Struct("<Q")
_q = Struct("<q")
_d = Struct("<d")


Attachment = Union[Stream, ProbeSequence, Tape]  # noqa: UP007 - evaluated, also by PyPy's older Python
Attach = Callable[[int, str, int], Any]


def encode(value: Any) -> bytes:
    """`value` as bytes. Raises WireError for what the wire does not carry."""
    return _encode(value, None)


def encode_input(value: Any) -> tuple[bytes, tuple[Attachment, ...]]:
    """`value` as bytes in which streams, probe sequences and tapes are handles, and these in their handles' order."""
    attachments: list[Attachment] = []
    return _encode(value, attachments), tuple(attachments)


def encode_tables(tables: tuple[Any, ...]) -> bytes:
    """The tuple `tables` as bytes that `decode` reads as any other, its lists of rows in columns in which dates, and
    values between None, are packed too. For SQL alone: drivers of other languages do not read such columns."""
    out = [b"t" + _Q.pack(len(tables))]
    for rows in tables:
        if type(rows) is list and len(rows) >= PACK_FROM and set(map(type, rows)) == {tuple} and _width(rows):
            out.append(b"R" + _Q.pack(_width(rows)))
            for column in zip(*rows, strict=True):
                _write_column(list(column), out)
        else:
            _write(rows, out, None, 1)
    return b"".join(out)


def decode_tables(data: bytes | memoryview) -> Any:
    """As ``decode``, with dates and times as the ISO text of SQL: '2024-01-31', '2024-01-31 23:59:59'."""
    reader = _Reader(memoryview(data), None)
    reader.iso = True
    return _decode(reader)


def decode(data: bytes | memoryview, attach: Attach | None = None) -> Any:
    """The value of a whole message. `attach(index, kind, length)` makes what stands for a handle (kind "stream",
    "sequence" or "tape"). Raises WireError for anything that `encode` would not have written."""
    return _decode(_Reader(memoryview(data), attach))


def decode_answer(data: bytes | memoryview) -> Any:
    """The same for what comes out of a cell: a stream or a sequence in it is refused, for a few bytes can make one that
    its reader never gets to the end of."""
    reader = _Reader(memoryview(data), None)
    reader.endless = False
    return _decode(reader)


def _decode(reader: _Reader) -> Any:
    try:
        value = reader.value(0)
    except WireError:
        raise
    except (ValueError, TypeError, OverflowError, ArithmeticError, RecursionError) as error:
        raise WireError(f"malformed message: {type(error).__name__}") from None
    if reader.at != len(reader.data):
        raise WireError("bytes after the end of the value")
    return value


# ---------------------------------------------------------------- writing


def _encode(value: Any, attachments: list[Attachment] | None) -> bytes:
    out: list[bytes] = []
    _write(value, out, attachments, 0)
    return b"".join(out)


def _sized(tag: bytes, payload: bytes) -> bytes:
    return tag + _Q.pack(len(payload)) + payload


def _text(value: str) -> bytes:
    return value.encode("utf-8", "surrogatepass")


def _write(value: Any, out: list[bytes], attachments: list[Attachment] | None, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise WireError(f"nested deeper than {MAX_DEPTH}")
    writer = _WRITERS.get(type(value))
    if writer is None:
        value = _plain(value)
        writer = _WRITERS.get(type(value))
    if writer is not None:
        writer(value, out, attachments, depth)
    elif not _write_foreign(value, out, depth):
        raise WireError(_cannot(value))


def _cannot(value: Any) -> str:
    name = type(value).__name__
    article = "an" if name[:1].lower() in "aeiou" else "a"
    hint = ""
    if hasattr(type(value), "__next__"):
        hint = "; return a list, for example list(...)"
    return f"{article} {name[:80]} cannot be returned{hint}"


def _plain(value: Any) -> Any:
    """The built-in value under a subclass (Counter, namedtuple, an IntEnum, numpy's scalars) by the base's own
    methods, so that an overridden one is not asked."""
    if isinstance(value, int):
        return int.__pos__(value)
    if isinstance(value, float):
        return float.__pos__(value)
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value)
    if isinstance(value, list):
        return list.__getitem__(value, slice(None))
    if isinstance(value, tuple):
        return tuple.__getitem__(value, slice(None))
    if isinstance(value, dict):
        return dict(dict.items(value))
    if isinstance(value, set | frozenset):
        return set(value) if isinstance(value, set) else frozenset(value)
    if isinstance(value, deque | range):
        return list(value)
    numpy = sys.modules.get("numpy")
    if numpy is not None and isinstance(value, numpy.generic) and value.dtype.kind in "biufcSU":
        return value.item()
    return value


def _write_none(value: None, out: list[bytes], _a: Any, _depth: int) -> None:
    out.append(b"N")


def _write_bool(value: bool, out: list[bytes], _a: Any, _depth: int) -> None:
    out.append(b"T" if value else b"F")


def _write_int(value: int, out: list[bytes], _a: Any, _depth: int) -> None:
    if INT64_MIN <= value <= INT64_MAX:
        out.append(b"i" + _q.pack(value))
    else:
        out.append(_sized(b"I", value.to_bytes(value.bit_length() // 8 + 1, "little", signed=True)))


def _write_float(value: float, out: list[bytes], _a: Any, _depth: int) -> None:
    out.append(b"d" + _d.pack(value))


def _write_complex(value: complex, out: list[bytes], _a: Any, _depth: int) -> None:
    out.append(b"c" + _d.pack(value.real) + _d.pack(value.imag))


def _write_str(value: str, out: list[bytes], _a: Any, _depth: int) -> None:
    out.append(_sized(b"s", _text(value)))


def _write_bytes(value: bytes, out: list[bytes], _a: Any, _depth: int) -> None:
    out.append(_sized(b"b", value))


def _write_list(value: list[Any], out: list[bytes], attachments: list[Attachment] | None, depth: int) -> None:
    if len(value) >= PACK_FROM and _write_packed(value, out, attachments, depth):
        return
    out.append(b"l" + _Q.pack(len(value)))
    for item in value:
        _write(item, out, attachments, depth + 1)


def _write_packed(value: list[Any], out: list[bytes], attachments: list[Attachment] | None, depth: int) -> bool:
    """Write a uniform list in columns; False where it is not uniform."""
    kinds = set(map(type, value))
    if len(kinds) != 1:
        return False
    kind = kinds.pop()
    if kind is float:
        out.append(b"L" + _Q.pack(len(value)) + _little(array("d", value)))
    elif kind is int:
        try:
            out.append(b"q" + _Q.pack(len(value)) + _little(array("q", value)))
        except OverflowError:
            return False
    elif kind is str:
        joined = "".join(value)
        pieces = value if joined.isascii() else [_text(item) for item in value]
        sizes = _little(array("Q", map(len, pieces)))
        out.append(b"S" + _Q.pack(len(value)) + sizes)
        out.extend([joined.encode()] if pieces is value else pieces)
    elif kind is tuple:
        if not _width(value):
            return False
        columns = list(zip(*value, strict=True))
        out.append(b"R" + _Q.pack(len(columns)))
        for column in columns:
            _write_list(list(column), out, attachments, depth + 1)
    else:
        return False
    return True


def _width(rows: list[tuple[Any, ...]]) -> int:
    """How many fields each row has; 0 where they differ."""
    widths = set(map(len, rows))
    return widths.pop() if len(widths) == 1 else 0


def _write_column(values: list[Any], out: list[bytes]) -> None:
    kinds = set(map(type, values))
    if type(None) in kinds and len(kinds) == 2:
        out.append(_sized(b"O", bytes(value is not None for value in values)))
        _write_column([value for value in values if value is not None], out)
    elif kinds == {date}:
        out.append(b"E")
        _write_list(list(map(date.isoformat, values)), out, None, 2)
    elif kinds == {datetime}:
        out.append(b"E")
        _write_list([value.isoformat(" ") for value in values], out, None, 2)
    else:
        _write_list(values, out, None, 2)


def _little(values: array[Any]) -> bytes:
    if sys.byteorder == "big":
        values.byteswap()
    return values.tobytes()


def _write_tuple(value: tuple[Any, ...], out: list[bytes], attachments: Any, depth: int) -> None:
    out.append(b"t" + _Q.pack(len(value)))
    for item in value:
        _write(item, out, attachments, depth + 1)


def _write_dict(value: dict[Any, Any], out: list[bytes], attachments: Any, depth: int) -> None:
    if value and depth == MAX_DEPTH:
        raise WireError(f"nested deeper than {MAX_DEPTH}")
    out.append(b"m" + _Q.pack(len(value)))
    for key, item in value.items():
        if type(key) is str and len(key) <= SHORT_KEY:
            out.append(_short_key(key))
        else:
            _write(key, out, None, depth + 1)
        if type(item) is int and INT64_MIN <= item <= INT64_MAX:
            out.append(b"i" + _q.pack(item))
        else:
            _write(item, out, attachments, depth + 1)


@lru_cache(maxsize=1024)
def _short_key(key: str) -> bytes:
    """Rows have the same few keys again and again."""
    return _sized(b"s", _text(key))


def _write_set(value: set[Any], out: list[bytes], _a: Any, depth: int) -> None:
    items = []
    for item in value:
        piece: list[bytes] = []
        _write(item, piece, None, depth + 1)
        items.append(b"".join(piece))
    out.append((b"z" if isinstance(value, frozenset) else b"e") + _Q.pack(len(items)))
    out.extend(sorted(items))  # equal sets have equal bytes


def _write_date(value: date, out: list[bytes], _a: Any, _depth: int) -> None:
    out.append(_sized(b"D", value.isoformat().encode()))


def _write_datetime(value: datetime, out: list[bytes], _a: Any, _depth: int) -> None:
    out.append(_sized(b"W", value.isoformat().encode()))


def _write_timedelta(value: timedelta, out: list[bytes], _a: Any, _depth: int) -> None:
    out.append(b"u" + _q.pack(value.days) + _q.pack(value.seconds) + _q.pack(value.microseconds))


def _write_decimal(value: Decimal, out: list[bytes], _a: Any, _depth: int) -> None:
    out.append(_sized(b"k", str(value).encode()))


def _write_stream(value: Stream, out: list[bytes], attachments: list[Attachment] | None, depth: int) -> None:
    if attachments is None:
        out.append(b"r")
        _write_tuple((value.head, value.block, value.repeat, value.tail), out, None, depth + 1)
    else:
        _write_handle(b"r", value, out, attachments)


def _write_sequence(value: ProbeSequence, out: list[bytes], attachments: list[Attachment] | None, depth: int) -> None:
    if attachments is None:
        out.append(b"p")
        _write_tuple((value.length, list(value.segments)), out, None, depth + 1)
    else:
        _write_handle(b"p", value, out, attachments)


def _write_tape(value: Tape, out: list[bytes], attachments: list[Attachment] | None, depth: int) -> None:
    if attachments is None:
        out.append(b"y")
        _write_tuple((value.values, value.block), out, None, depth + 1)
    else:
        _write_handle(b"y", value, out, attachments)


def _write_handle(kind: bytes, value: Attachment, out: list[bytes], attachments: list[Attachment]) -> None:
    out.append(b"h" + kind + _Q.pack(len(attachments)) + _Q.pack(len(value)))
    attachments.append(value)


def _write_array(value: Array, out: list[bytes], _a: Any, depth: int) -> None:
    out.append(b"a")
    _write_tuple((value.dtype, value.shape, value.data), out, None, depth + 1)


def _write_frame(value: Frame, out: list[bytes], _a: Any, depth: int) -> None:
    columns = tuple(map(packed_column, value.columns))
    _write_packed_frame(Frame(packed_column(value.index), columns, value.series), out, depth)


def _write_packed_frame(value: Frame, out: list[bytes], depth: int) -> None:
    out.append(b"f")
    _write_tuple((value.series, value.index, value.columns), out, None, depth + 1)


_WRITERS: dict[type, Any] = {
    type(None): _write_none,
    bool: _write_bool,
    int: _write_int,
    float: _write_float,
    complex: _write_complex,
    str: _write_str,
    bytes: _write_bytes,
    list: _write_list,
    tuple: _write_tuple,
    dict: _write_dict,
    set: _write_set,
    frozenset: _write_set,
    date: _write_date,
    datetime: _write_datetime,
    timedelta: _write_timedelta,
    Decimal: _write_decimal,
    Stream: _write_stream,
    ProbeSequence: _write_sequence,
    Tape: _write_tape,
    Array: _write_array,
    Frame: _write_frame,
}


def _write_foreign(value: Any, out: list[bytes], depth: int) -> bool:
    """Write a numpy array, or a pandas frame or series; False for any other."""
    numpy, pandas = sys.modules.get("numpy"), sys.modules.get("pandas")
    if numpy is not None and isinstance(value, numpy.ndarray):
        _write(from_numpy(value), out, None, depth)
        return True
    if pandas is None:
        return False
    if isinstance(value, pandas.Timestamp):
        _write_datetime(value.to_pydatetime(), out, None, depth)
    elif isinstance(value, pandas.Timedelta):
        _write_timedelta(value.to_pytimedelta(), out, None, depth)
    elif value is pandas.NaT or value is pandas.NA:
        out.append(b"N")
    elif isinstance(value, pandas.DataFrame):
        columns = tuple(plain_column(name, value.iloc[:, i]) for i, name in enumerate(value.columns))
        _write_packed_frame(Frame(plain_index(value.index), columns), out, depth)
    elif isinstance(value, pandas.Series):
        column = plain_column(value.name, value)
        _write_packed_frame(Frame(plain_index(value.index), (column,), series=True), out, depth)
    else:
        return False
    return True


# ---------------------------------------------------------------- reading


class _Reader:
    def __init__(self, data: memoryview, attach: Attach | None) -> None:
        self.data = data
        self.attach = attach
        self.endless = True
        self.at = 0
        self.rows_left = len(data) + SPARE_ROWS
        self.compared_bytes_left = 16 * len(data) + SPARE_COMPARED_BYTES
        self.fill_ns_left = SPARE_FILL_NS
        self.iso = False  # dates and times stay the texts that they are written as

    def take(self, size: int) -> memoryview:
        if size > len(self.data) - self.at:
            raise WireError("the message ends early")
        piece = self.data[self.at : self.at + size]
        self.at += size
        return piece

    def count(self, item_bytes: int = 1) -> int:
        """A length field, refused when what is left cannot hold that many items."""
        (count,) = _Q.unpack(self.take(8))
        if count * item_bytes > len(self.data) - self.at:
            raise WireError("a length is larger than the message")
        return int(count)

    def sized(self) -> bytes:
        return bytes(self.take(self.count()))

    def value(self, depth: int) -> Any:
        if depth > MAX_DEPTH:
            raise WireError(f"nested deeper than {MAX_DEPTH}")
        at = self.at
        if at == len(self.data):
            raise WireError("the message ends early")
        self.at = at + 1
        read = _BY_CODE.get(self.data[at])
        if read is None:
            raise WireError(f"unknown tag {bytes(self.data[at : at + 1])!r}")
        return read(self, depth + 1)

    def items(self, depth: int) -> list[Any]:
        count = self.count()
        made: list[Any] = []
        if count >= PACK_FROM and depth < MAX_DEPTH:
            made, self.at = read_records(self.data, self.at, count)
        made += [self.value(depth) for _ in range(count - len(made))]
        return made

    def expect(self, kind: type, depth: int) -> Any:
        value = self.value(depth)
        if type(value) is not kind:
            raise WireError(f"expected {kind.__name__}, found {type(value).__name__}")
        return value

    def packed(self, code: str) -> list[Any]:
        values = array(code)
        values.frombytes(bytes(self.take(self.count(8) * 8)))
        if sys.byteorder == "big":
            values.byteswap()
        return values.tolist()


def _read_strings(reader: _Reader, _depth: int) -> list[str]:
    sizes = reader.packed("Q")
    return read_texts(reader.take(sum(sizes)), sizes)


def _read_rows(reader: _Reader, depth: int) -> list[tuple[Any, ...]]:
    columns = [reader.expect(list, depth) for _ in range(reader.count())]
    if not columns or len(set(map(len, columns))) != 1:
        raise WireError("columns of different lengths")
    reader.rows_left -= len(columns[0])  # rows of rows of rows cost no byte of the message
    if reader.rows_left < 0:
        raise WireError("more rows than the message can hold")
    return list(zip(*columns, strict=True))


def _read_holed(reader: _Reader, depth: int) -> list[Any]:
    """A column with None where its mask has 0."""
    mask = reader.sized()
    values = reader.expect(list, depth)
    if mask.count(1) != len(values) or mask.count(0) + len(values) != len(mask):
        raise WireError("a mask that does not fit its values")
    rest = iter(values)
    return [next(rest) if there else None for there in mask]


def _read_iso(reader: _Reader, depth: int) -> list[Any]:
    """A column of dates, or of times."""
    texts = reader.expect(list, depth)
    if set(map(type, texts)) != {str}:
        raise WireError("dates that are no text")
    if reader.iso:
        return texts
    of = date if len(texts[0]) == ISO_DATE_CHARS else datetime
    return list(map(of.fromisoformat, texts))


def _dated(reader: _Reader, of: type[date]) -> Any:
    text = reader.sized().decode("ascii")
    return text.replace("T", " ") if reader.iso else of.fromisoformat(text)


def _read_dict(reader: _Reader, depth: int) -> dict[Any, Any]:
    began = reader.at
    count = reader.count(2)
    pairs = [(reader.value(depth), reader.value(depth)) for _ in range(count)]
    if count <= MOST_KEYS and all(type(key) is str for key, _ in pairs):
        return dict(pairs)  # rows of a table; they cannot be told apart slowly
    _check_keys(reader, [key for key, _ in pairs], began)
    return _filled(reader, {}, pairs)


def _read_set(reader: _Reader, depth: int) -> set[Any]:
    began = reader.at
    items = reader.items(depth)
    _check_keys(reader, items, began)
    return _filled(reader, set(), items)


def _filled(reader: _Reader, made: Any, items: list[Any]) -> Any:
    """The dict or set `made` with `items`."""
    if reader.endless or len(items) <= FILL_KEYS:
        made.update(items)
        return made
    for at in range(0, len(items), FILL_KEYS):
        began_ns = thread_time_ns()
        made.update(items[at : at + FILL_KEYS])
        reader.fill_ns_left += FILL_KEYS * FILL_NS_A_KEY - (thread_time_ns() - began_ns)
        if reader.fill_ns_left < 0:
            raise WireError("keys that take too long to tell apart")
    return made


def _check_keys(reader: _Reader, keys: list[Any], began: int) -> None:
    """Refuse keys without a hash, and so many or such different ones with one hash that comparing them would take their
    reader for ever. `began`: where in the message they start."""
    try:
        hashes = list(map(hash, keys))
    except TypeError:
        raise WireError("an unhashable key") from None
    if len(set(hashes)) == len(hashes):
        return
    counts = Counter(hashes)
    reader.compared_bytes_left -= max(counts.values()) * (reader.at - began)
    if reader.compared_bytes_left < 0:
        raise WireError("too many keys with the same hash")
    # Comparing a long integer with a decimal takes quadratic time.
    if len(set(_long_numbers(key for key, hashed in zip(keys, hashes, strict=True) if counts[hashed] > 1))) > 1:
        raise WireError("long integers and decimals as keys with the same hash")


def _long_numbers(keys: Iterable[Any]) -> Iterator[type]:
    """The types of what is slow to compare, however deep in the keys."""
    for key in keys:
        if isinstance(key, tuple | frozenset):
            yield from _long_numbers(key)
        elif type(key) is Decimal or (type(key) is int and key.bit_length() > 8 * LONG_INT_BYTES):
            yield type(key)


def _read_int(reader: _Reader, _depth: int) -> int:
    at = reader.at
    if len(reader.data) - at < 8:
        raise WireError("the message ends early")
    reader.at = at + 8
    return int(_q.unpack_from(reader.data, at)[0])


def _read_bigint(reader: _Reader, _depth: int) -> int:
    data = reader.sized()
    return int.from_bytes(data, "little", signed=True)


def _read_decimal(reader: _Reader, _depth: int) -> Decimal:
    return Decimal(reader.sized().decode("ascii"))


def _read_timedelta(reader: _Reader, _depth: int) -> timedelta:
    days, seconds, microseconds = (_q.unpack(reader.take(8))[0] for _ in range(3))
    return timedelta(days, seconds, microseconds)


def _fields(reader: _Reader, depth: int, kinds: tuple[type, ...]) -> tuple[Any, ...]:
    value = reader.expect(tuple, depth)
    if tuple(map(type, value)) != kinds:
        raise WireError("fields of the wrong type")
    return tuple(value)


def _read_stream(reader: _Reader, depth: int) -> Stream:
    _check_endless(reader)
    head, block, repeat, tail = _fields(reader, depth, (bytes, bytes, int, bytes))
    if repeat < 0:
        raise WireError("a stream repeats at least 0 times")
    return Stream(head, block, repeat, tail)


def _check_endless(reader: _Reader) -> None:
    if not reader.endless:
        raise WireError("a stream, a sequence or a tape cannot be an answer")


def _read_sequence(reader: _Reader, depth: int) -> ProbeSequence:
    _check_endless(reader)
    length, segments = _fields(reader, depth, (int, list))
    if any(type(s) is not tuple or len(s) != 4 or set(map(type, s)) != {int} for s in segments):
        raise WireError("a malformed segment")
    return ProbeSequence(length, tuple(segments))


def _read_tape(reader: _Reader, depth: int) -> Tape:
    _check_endless(reader)
    return Tape(*_fields(reader, depth, (bytes, int)))


def _read_handle(reader: _Reader, _depth: int) -> Any:
    kind = {b"r": "stream", b"p": "sequence", b"y": "tape"}.get(bytes(reader.take(1)))
    index, length = _Q.unpack(reader.take(8))[0], _Q.unpack(reader.take(8))[0]
    if kind is None or reader.attach is None:
        raise WireError("a handle where none can be")
    return reader.attach(index, kind, length)


def _read_array(reader: _Reader, depth: int) -> Any:
    dtype, shape, data = _fields(reader, depth, (str, tuple, bytes))
    kind = dtype[1:2]
    if kind not in ARRAY_KINDS or any(type(n) is not int or n < 0 for n in shape) or len(shape) > 8:
        raise WireError("a malformed array")
    if not in_cell("numpy"):
        return Array(dtype, shape, data)
    numpy = sys.modules["numpy"]
    return numpy.frombuffer(data, dtype=numpy.dtype(dtype)).reshape(shape).copy()


def _read_frame(reader: _Reader, depth: int) -> Any:
    series, index, columns = _fields(reader, depth, (bool, tuple, tuple))
    frame = Frame(checked_index(index), tuple(map(checked_column, columns)), series)
    if any(column_length(column) != frame.rows for column in frame.columns) or (series and len(columns) != 1):
        raise WireError("a malformed frame")
    return to_pandas(frame) if in_cell("pandas") else frame


_READERS: dict[bytes, Callable[[_Reader, int], Any]] = {
    b"N": lambda r, d: None,
    b"T": lambda r, d: True,
    b"F": lambda r, d: False,
    b"i": _read_int,
    b"I": _read_bigint,
    b"d": lambda r, d: _d.unpack(r.take(8))[0],
    b"c": lambda r, d: complex(_d.unpack(r.take(8))[0], _d.unpack(r.take(8))[0]),
    b"s": lambda r, d: str(r.take(r.count()), "utf-8", "surrogatepass"),
    b"b": lambda r, d: r.sized(),
    b"l": lambda r, d: r.items(d),
    b"t": lambda r, d: tuple(r.items(d)),
    b"e": _read_set,
    b"z": lambda r, d: frozenset(_read_set(r, d)),
    b"m": _read_dict,
    b"D": lambda r, d: _dated(r, date),
    b"W": lambda r, d: _dated(r, datetime),
    b"u": _read_timedelta,
    b"k": _read_decimal,
    b"L": lambda r, d: r.packed("d"),
    b"q": lambda r, d: r.packed("q"),
    b"S": _read_strings,
    b"R": _read_rows,
    b"O": _read_holed,
    b"E": _read_iso,
    b"r": _read_stream,
    b"p": _read_sequence,
    b"y": _read_tape,
    b"h": _read_handle,
    b"a": _read_array,
    b"f": _read_frame,
}
_BY_CODE = {tag[0]: read for tag, read in _READERS.items()}
