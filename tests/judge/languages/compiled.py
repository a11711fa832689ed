"""C++ submissions, compiled outside of any cell: for tests of the driver and of what the compiler says."""

from __future__ import annotations

import subprocess
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any

from judge.languages.cpp import SHARED, Cpp
from judge.languages.drivers import cpp as driver
from judge.problem.model import ClassInterface, FunctionInterface, Method, Parameter
from sandbox.guest import wire
from tests.conftest import need_tool
from tests.judge.languages.driven import Driven, answered

Files = dict[str, bytes]


def function(name: str, returns: str, **parameters: str) -> FunctionInterface:
    given = [Parameter(name=key, type=text) for key, text in parameters.items()]
    return FunctionInterface(kind="function", name=name, parameters=given, returns=returns)


def method(name: str, returns: str, **parameters: str) -> Method:
    return Method(
        name=name, parameters=[Parameter(name=key, type=text) for key, text in parameters.items()], returns=returns
    )


def a_class(name: str, *methods: Method, **constructor: str) -> ClassInterface:
    given = [Parameter(name=key, type=text) for key, text in constructor.items()]
    return ClassInterface(kind="class", name=name, constructor=given, methods=list(methods))


def built(source: str, interface: FunctionInterface | ClassInterface) -> Files:
    """What the cell's /program holds."""
    shared, said = _compile(_frozen(driver.solution_files(source, interface)), "shim.cpp", SHARED)
    assert shared is not None, said
    main, said = _compile(_frozen(driver.driver_files(interface)), "driver.cpp")
    assert main is not None, said
    return {"main": main, "solution.so": shared}


def refused(source: str, interface: FunctionInterface | ClassInterface) -> str:
    """What the compiler says of it."""
    made, said = _compile(_frozen(driver.solution_files(source, interface)), "shim.cpp", ("-fsyntax-only", *SHARED))
    assert made is None, "it compiles"
    return said


def _frozen(files: Files) -> tuple[tuple[str, bytes], ...]:
    return tuple(sorted(files.items()))


@lru_cache(maxsize=64)
def _compile(files: tuple[tuple[str, bytes], ...], unit: str, flags: tuple[str, ...] = ()) -> tuple[bytes | None, str]:
    compiler = need_tool("g++", "g++")
    with tempfile.TemporaryDirectory() as name:
        for file, data in files:
            (Path(name) / file).write_bytes(data)
        command = [compiler, *Cpp.build_flags, *flags, "-o", "made", unit]
        done = subprocess.run(command, cwd=name, capture_output=True, text=True, errors="replace")
        made = Path(name) / "made"
        return (made.read_bytes() if done.returncode == 0 and made.exists() else None), done.stdout + done.stderr


def _command(folder: Path) -> list[str]:
    (folder / "main").chmod(0o755)
    return [str(folder / "main"), str(folder / "solution.so")]


def start(files: Files, value: Any) -> Driven:
    return Driven.start(files, _command, wire.encode(value))


def run(files: Files, value: Any) -> tuple[bytes, bytes, bytes, bytes]:
    """(kind of the last frame, its payload, stdout, stderr)"""
    return answered(files, _command, value)
