"""JavaScript and Java submissions outside of any cell: for tests of their drivers."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from struct import pack
from tempfile import TemporaryDirectory
from typing import Any

from judge.languages import ecmascript
from judge.languages.drivers import java, js
from judge.languages.java import Java, file_name
from judge.languages.javascript import JavaScript
from judge.problem.interface import Interface
from sandbox.guest import wire
from tests.conftest import need_tool

Files = dict[str, bytes]


def js_files(source: str, interface: Interface) -> Files:
    """What the cell's /program holds."""
    return JavaScript().plan(source, interface, "python").run({}).files


def node_command(folder: Path) -> Sequence[str]:
    node = need_tool("node", "nodejs")
    flags = [flag for flag in ecmascript.RUN_FLAGS if "{" not in flag]
    return [node, *flags, "--expose-gc", str(folder / js.DRIVER)]


def java_files(source: str, interface: Interface, classes: Sequence[str]) -> Files:
    """`classes`: those of `source` that are the submission."""
    return {**_compiled(source), java.INTERFACE: java.interface_file(interface, classes)}


def java_command(folder: Path) -> Sequence[str]:
    machine = need_tool("java", "default-jdk-headless")
    flags = [flag for flag in Java.run_flags if "{" not in flag]
    opened = ["--add-opens", "java.base/java.io=ALL-UNNAMED"]
    return [machine, *flags, "-Xmx256m", *opened, "-cp", str(folder / "driver"), java.MAIN, str(folder)]


@lru_cache(maxsize=16)
def _compiled(source: str) -> Files:
    """The driver and the classes of `source`, which lies in one file."""
    return {
        **_class_files("driver", tuple(java.sources().items())),
        **_class_files("classes", ((file_name(source), source.encode()),)),
    }


@lru_cache(maxsize=16)
def _class_files(folder: str, sources: tuple[tuple[str, bytes], ...]) -> Files:
    compiler = need_tool("javac", "default-jdk-headless")
    with TemporaryDirectory() as made:
        for name, text in sources:
            Path(made, name).write_bytes(text)
        names = [str(Path(made, name)) for name, _ in sources]
        built = subprocess.run(
            [compiler, *Java.build_flags, "-d", f"{made}/{folder}", *names], capture_output=True, text=True, check=False
        )
        assert built.returncode == 0, built.stderr
        found = Path(made, folder).rglob("*.class")
        return {str(path.relative_to(made)): path.read_bytes() for path in found}


_FLOATS = [0.0, -0.0, 5e-324, -1.5, 1.7976931348623157e308, float("inf"), float("-inf"), float("nan")]
_INTS = [0, -1, 2**31, -(2**31) - 1, 2**32, 2**53, 2**53 + 1, -(2**53) - 1, 2**63 - 1, -(2**63)]
_TEXTS = [
    "",
    "a",
    "\0",
    "\x7f\x80",
    "\u07ff\u0800",
    "\uffff",
    "\U0001f600",
    "\ud800",
    "x\udfffy",
    "\ufffd",
    "\udc00\ud800",
]
# By type: what is easily carried wrong. Alone, in lists too short to be packed, and packed.
CORNERS: dict[str, list[Any]] = {
    "int": _INTS,
    "float": _FLOATS,
    "str": _TEXTS,
    "list[int]": [[], _INTS[:3], _INTS],
    "list[float]": [[], _FLOATS[:3], _FLOATS, _FLOATS * 200],
    "list[str]": [[], _TEXTS[:3], _TEXTS, _TEXTS * 200],
    "list[tuple[str, float, bool]]": [
        [(text, number, True) for text, number in zip(_TEXTS, _FLOATS, strict=False)][:size] for size in (3, 4, 8)
    ],
    "list[tuple[int, ...]]": [[(), (1,), (2,), (3,)], [(1, 2)] * 4, [()] * 4],
    "set[str]": [set(_TEXTS)],
    "set[int]": [set(_INTS)],
}


def in_utf16(value: Any) -> Any:
    """What is left of a value where text is UTF-16: halves of a pair that stand side by side are one character. And a
    NaN is a NaN."""
    match value:
        case str():
            return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
        case float():
            return float("nan") if value != value else value
        case dict():
            return {in_utf16(key): in_utf16(item) for key, item in value.items()}
        case list() | tuple() | set():
            return type(value)(map(in_utf16, value))
    return value


def assert_same_bytes(payload: bytes, calls: Sequence[tuple[str, tuple[Any, ...]]]) -> None:
    """`payload` is the answer of a class that takes nothing and whose methods return what they are given."""
    pieces = [wire.encode(None), *(wire.encode(arguments[0]) for _, arguments in calls)]
    if payload == b"l" + pack("<Q", len(pieces)) + b"".join(pieces):
        return
    got = wire.decode(payload)
    for (name, (value,)), answer in zip(calls, got[1:], strict=True):
        assert wire.encode(answer) == wire.encode(value), (name, value, answer)
    raise AssertionError(f"equal values, other bytes: {payload!r}")
