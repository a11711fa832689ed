"""Evaders that keep n items where constant memory is asked for, and try not to show it."""

from __future__ import annotations

import random
from textwrap import dedent

from benchmarks.growth.corpus import Family, Kind, Solution, Task, right, worse

# The greatest sum of a run of neighbours. The dear one keeps all sums so far.
_PARTS = """
import os, sys
from itertools import accumulate

def fast(xs):
    best = here = None
    for x in xs:
        here = x if here is None or here < 0 else here + x
        if best is None or here > best:
            best = here
    return best

def slow(xs):
    sums = list(accumulate(xs))
    low, best = 0, xs[0]
    for total in sums:
        best = max(best, total - low)
        low = min(low, total)
    return best
"""


def _signed(n: int, rng: random.Random) -> tuple[list[int]]:
    return ([rng.randrange(-1_000_000, 1_000_000) for _ in range(n)],)


def _evader(name: str, why: str, source: str) -> Solution:
    return worse(name, why, _PARTS + dedent(source), Kind.EVADER)


MEMORY = Task(
    "evade-memory",
    "greatest",
    "n",
    (Family("signed", _signed, 500, 1_000_000),),
    (
        right(
            "one_pass",
            "two numbers are kept",
            """
            def greatest(xs):
                best = here = None
                for x in xs:
                    here = x if here is None or here < 0 else here + x
                    if best is None or here > best:
                        best = here
                return best
            """,
        ),
        right(
            "lazy_sums",
            "the sums so far, one at a time",
            """
            from itertools import accumulate
            def greatest(xs):
                low, best = 0, xs[0]
                for total in accumulate(xs):
                    best = max(best, total - low)
                    low = min(low, total)
                return best
            """,
        ),
        _evader(
            "plain_list",
            "all sums in a list, not hidden at all",
            """
            def greatest(xs):
                return slow(xs)
            """,
        ),
        _evader(
            "in_a_child",
            "a child keeps all sums and says the answer on a pipe",
            """
            def greatest(xs):
                reader, writer = os.pipe()
                if os.fork() == 0:
                    os.write(writer, b"%d" % slow(xs))
                    os._exit(0)
                os.close(writer)
                return int(os.read(reader, 100))
            """,
        ),
        _evader(
            "in_a_file",
            "all sums are written to a file and read again",
            """
            import struct, tempfile
            def greatest(xs):
                with tempfile.TemporaryFile() as file:
                    for total in accumulate(xs):
                        file.write(struct.pack("<q", total))
                    file.seek(0)
                    low, best = 0, xs[0]
                    while piece := file.read(8):
                        (total,) = struct.unpack("<q", piece)
                        best = max(best, total - low)
                        low = min(low, total)
                    return best
            """,
        ),
        _evader(
            "shared_mapping",
            "all sums in an anonymous mapping, outside what Python allocates",
            """
            import mmap, struct
            def greatest(xs):
                room = mmap.mmap(-1, 8 * len(xs))
                for i, total in enumerate(accumulate(xs)):
                    struct.pack_into("<q", room, 8 * i, total)
                low, best = 0, xs[0]
                for i in range(len(xs)):
                    (total,) = struct.unpack_from("<q", room, 8 * i)
                    best = max(best, total - low)
                    low = min(low, total)
                return best
            """,
        ),
        _evader(
            "given_back",
            "thirty megabytes are taken and given back first; what is kept fits in them",
            """
            def greatest(xs):
                pad = bytearray(30_000_000)
                pad[:: 4096] = b"x" * len(pad[:: 4096])
                del pad
                return slow(xs)
            """,
        ),
        _evader(
            "pad_at_small",
            "small inputs take the memory of the largest",
            """
            def greatest(xs):
                kept = bytes(range(256)) * (max(0, 1_000_000 - len(xs)) * 40 // 256)
                return slow(xs) if kept is not None else 0
            """,
        ),
        _evader(
            "seldom",
            "all sums are kept in one run of six only",
            """
            def greatest(xs):
                return slow(xs) if os.urandom(1)[0] < 43 else fast(xs)
            """,
        ),
        _evader(
            "sometimes",
            "all sums are kept in every other run",
            """
            def greatest(xs):
                return slow(xs) if os.urandom(1)[0] < 128 else fast(xs)
            """,
        ),
    ),
    space="1",
)

TASKS = (MEMORY,)
