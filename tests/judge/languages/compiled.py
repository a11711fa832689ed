"""C++ submissions, compiled outside of any cell: for tests of the driver and of what the compiler says."""

from __future__ import annotations

import atexit
import os
import subprocess
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any

from judge.languages.cpp import Cpp
from judge.languages.drivers import cpp as driver
from judge.problem.interface import ClassInterface, FunctionInterface, Method, Parameter
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
    shared, said = _compile(_frozen(driver.solution_files(source, interface)), driver.SOLUTION)
    assert shared is not None, said
    main, said = _compile(_frozen(driver.driver_files(interface)), "driver.cpp")
    assert main is not None, said
    return {"main": main, "solution.so": shared}


def refused(source: str, interface: FunctionInterface | ClassInterface) -> str:
    """What the compiler says of it."""
    made, said = _compile(_frozen(driver.solution_files(source, interface)), driver.SOLUTION)
    assert made is None, "it compiles"
    return said


def _frozen(files: Files) -> tuple[tuple[str, bytes], ...]:
    return tuple(sorted(files.items()))


@lru_cache(maxsize=64)
def _compile(files: tuple[tuple[str, bytes], ...], unit: str) -> tuple[bytes | None, str]:
    with tempfile.TemporaryDirectory() as name:
        for file, data in files:
            (Path(name) / file).write_bytes(data)
        flags = (f"-I{_library()}", *driver.solution_flags(".")) if unit == driver.SOLUTION else ()
        done = _compiler(name, *flags, "-o", "made", unit)
        made = Path(name) / "made"
        return (made.read_bytes() if done.returncode == 0 else None), done.stdout + done.stderr


def _compiler(folder: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [need_tool("g++", "g++"), *Cpp.build_flags, *arguments]
    plain = {**os.environ, "LC_ALL": "C"}  # as in a cell
    return subprocess.run(command, cwd=folder, env=plain, capture_output=True, text=True, errors="replace")


@lru_cache(maxsize=1)
def _library() -> str:
    """A folder with the standard library's headers, compiled once: each of many small programs needs them."""
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    (Path(folder.name) / "bits").mkdir()
    # What stands for it when it is included again.
    (Path(folder.name) / "bits" / "stdc++.h").write_text("#pragma once\n#include_next <bits/stdc++.h>\n")
    (Path(folder.name) / "all.hpp").write_text("#include <bits/stdc++.h>\n")
    _compiler(folder.name, "-fPIC", "-fvisibility=hidden", "-x", "c++-header", "-o", "bits/stdc++.h.gch", "all.hpp")
    return folder.name


def _command(folder: Path) -> list[str]:
    (folder / "main").chmod(0o755)
    return [str(folder / "main"), str(folder / "solution.so")]


def start(files: Files, value: Any) -> Driven:
    return Driven.start(files, _command, wire.encode(value))


def run(files: Files, value: Any) -> tuple[bytes, bytes, bytes, bytes]:
    """(kind of the last frame, its payload, stdout, stderr)"""
    return answered(files, _command, value)


def answer(files: Files, value: Any) -> Any:
    """What it answers; it must."""
    kind, payload, _, error = run(files, value)
    assert kind == b"A", (kind, payload, error)
    return wire.decode(payload)
