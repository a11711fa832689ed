"""Inputs of stream-csv-sum: a text stream, a block of rows repeated as often as needed, so gigabytes cost nothing to keep."""

import re
from io import BytesIO, TextIOWrapper

from landau_cases import Stream

HEADER = "ID,Quantity\n"
BLOCK_ROWS = 300_000  # so many different IDs that a dictionary of them does not fit the memory limit
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
MORE_LETTERS = LETTERS + "äöüßéèçñøåłžабвгдежκλμνξ東京都"
LARGEST = 10**18


def samples():
    return [
        {
            "input": (_stream("ID,Quantity\na1,5\nb2,7\na1,-3\n"),),
            "answer": 9,
            "note": "5 + 7 - 3; that a1 occurs twice is of no importance.",
        },
        {
            "input": (_stream("ID,Quantity\nx,4\n\ny,\nz,6"),),
            "answer": 10,
            "note": "The blank line and the row without a quantity add nothing; the last line has no end.",
        },
        {
            "input": (_stream("ID,Quantity\n"),),
            "answer": 0,
            "note": "A header and no rows.",
        },
    ]


def edges(rng):
    rows = [(_id(rng, 8), rng.randrange(-1000, 1000)) for _ in range(50)]
    body = "".join(f"{name},{quantity}\n" for name, quantity in rows)
    texts = [
        ("empty stream", ""),
        ("header without an end", "ID,Quantity"),
        ("one row", HEADER + "a,1\n"),
        ("one row, no last end", HEADER + "a,12"),
        ("zero", HEADER + "a,0\nb,-0\n"),
        ("negative sum", HEADER + "a,-5\nb,2\n"),
        ("digits in the id", HEADER + "12,34\n56,78\n"),
        ("id that looks negative", HEADER + "-7,1\n_,2\n"),
        ("leading zeros", HEADER + "a,007\nb,-010\n"),
        ("blank lines everywhere", HEADER + "\n\na,1\n\n\nb,2\n\n"),
        ("blank lines, carriage returns", "ID,Quantity\r\n\r\na,1\r\n\r\nb,2\r\n"),
        ("carriage returns", "ID,Quantity\r\n" + body.replace("\n", "\r\n")),
        ("missing quantities", HEADER + "a,\nb,3\nc,\n"),
        ("missing quantities, carriage returns", "ID,Quantity\r\na,\r\nb,3\r\nc,"),
        ("only missing quantities", HEADER + "a,\nb,\n"),
        ("mixed line ends", HEADER + "a,1\r\nb,2\nc,3\r\nd,4"),
        ("beyond 2**53", HEADER + f"a,{2**53}\nb,1\nc,1\n"),
        ("beyond 64 bits", HEADER + f"a,{LARGEST}\n" * 40),
        ("large and cancelling", HEADER + f"a,{LARGEST}\nb,1\nc,-{LARGEST}\n" * 9),
        ("other alphabets", HEADER + "käse,1\nстол,2\n東京,3\nŁódź,4\n"),
        ("longest id", HEADER + "i" * 32 + ",8\n" + "東" * 32 + ",9\n"),
        ("fifty rows", HEADER + body),
    ]
    return [(label, (_stream(text),)) for label, text in texts]


def short_rows(n, rng):
    return (_repeated(n, lambda: f"{_id(rng, 12)},{rng.randrange(-999_999, 10**6)}\n", rng),)


def long_ids(n, rng):
    def row():
        kind = rng.random()
        quantity = "" if kind < 0.01 else rng.randrange(-(10**9), 10**9)
        letters = MORE_LETTERS if kind > 0.9 else LETTERS
        blank = "\n" if 0.5 < kind < 0.505 else ""
        return f"{blank}{_id(rng, 24, letters)},{quantity}\n"

    return (_repeated(n, row, rng),)


def validate(stream):
    if not isinstance(stream, Stream):
        raise ValueError("stream must be a text")
    once = Stream(stream.head, stream.block, min(stream.repeat, 2), stream.tail)
    text = TextIOWrapper(BytesIO(b"".join(once.chunks())), encoding="utf-8", newline="\n")
    row = re.compile(r"([\w-]{1,32}),(-?[0-9]+)?")
    for number, line in enumerate(text, 1):
        line = line.removesuffix("\n").removesuffix("\r")
        if number == 1:
            if line != "ID,Quantity":
                raise ValueError("line 1: the header must be ID,Quantity")
        elif line:
            parts = row.fullmatch(line)
            if parts is None:
                raise ValueError(f"line {number}: neither blank nor a row: {line[:60]!r}")
            if abs(int(parts[2] or 0)) > LARGEST:
                raise ValueError(f"line {number}: a quantity beyond 10^18")


def _stream(text):
    return Stream(text.encode(), b"", 0)


def _id(rng, size, letters=LETTERS):
    return "".join(rng.choices(letters, k=size))


def _repeated(n, row, rng):
    """A stream of n rows: some of its own at the start and at the end, between them a block again and again."""
    if n <= BLOCK_ROWS:
        return _stream(HEADER + "".join(row() for _ in range(n)))
    repeat, rest = divmod(n, BLOCK_ROWS)
    first = rng.randrange(rest + 1)
    block = "".join(row() for _ in range(BLOCK_ROWS)).encode()
    head = HEADER + "".join(row() for _ in range(first))
    tail = "".join(row() for _ in range(rest - first))
    return Stream(head.encode(), block, repeat, tail.encode())
