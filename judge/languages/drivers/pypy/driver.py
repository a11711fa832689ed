"""Runs in a cell under PyPy: the guest's own codec and caller, behind the protocol on descriptor 3.

Started as: pypy3 driver.py <function, script or main> <name> <the submission's file> <descriptor of the input>.
"""

import __future__

import builtins
import itertools
import os
import struct
import sys
import traceback
import types
from pathlib import Path

CONTROL = 3
HEADER = struct.Struct("<cQ")
READY, FAULT, GO = b"R", b"F", b"G"
MESSAGE_BYTES = 16_384
RECURSION_LIMIT = 10_000
said_last = []


def pairwise(items):
    """As Python 3.10 has it."""
    first, second = itertools.tee(items)
    next(second, None)
    return zip(first, second)  # noqa: B905 - strict came with 3.10


def say(kind, payload):
    if kind != READY:
        said_last.append(kind)
    for piece in (HEADER.pack(kind, len(payload)), payload):
        rest = memoryview(piece)
        while rest:
            rest = rest[os.write(CONTROL, rest) :]


def lazily_annotated(source, name, mode, **how):
    """Newer annotations than this Python's are only text to it."""
    return builtins.compile(source, name, mode, flags=__future__.annotations.compiler_flag, **how)


def module(name):
    """A module of the guest's, under the file name by which it leaves itself out of tracebacks."""
    made = types.ModuleType("landau_guest." + name)
    made.__package__ = "landau_guest"
    setattr(sys.modules["landau_guest"], name, made)
    sys.modules[made.__name__] = made
    return made


def load(name):
    made = module(name)
    text = Path("/program/landau_guest/" + name + ".py").read_bytes()
    exec(builtins.compile(text, "/guest/" + name + ".py", "exec"), made.__dict__)
    return made


def prepare():
    """The guest's job, as it is prepared for CPython, too."""
    kind, name, main, input_fd = sys.argv[1:]
    if not hasattr(itertools, "pairwise"):
        itertools.pairwise = pairwise
    sys.setrecursionlimit(RECURSION_LIMIT)
    sys.modules["landau_guest"] = types.ModuleType("landau_guest")
    module("cell").say = say
    module("query").Refused = ()  # no query is put here
    for shared in ("carried", "frames", "records"):
        load(shared)
    wire, entry = load("wire"), load("entry")
    entry.compile = lazily_annotated
    source = Path("/program/" + main).read_bytes()
    with os.fdopen(int(input_fd), "rb") as file:
        data = file.read()
    value = wire.decode(memoryview(data)) if kind != "main" else None
    return entry.prepare({"entry": kind, "name": name, "main": main}, source, value)


def run():
    try:
        job = prepare()
    except BaseException:
        say(FAULT, traceback.format_exc().encode()[-MESSAGE_BYTES:])
        os._exit(1)
    say(READY, b"")
    if os.read(CONTROL, 1) != GO:
        os._exit(1)
    code = job()
    if said_last:
        os.read(CONTROL, 1)  # sleep, so that all time so far is booked; the parent ends this
    os._exit(code)


if __name__ == "__main__":
    run()
