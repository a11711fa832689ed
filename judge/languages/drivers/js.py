"""What a JavaScript submission runs with: the driver's files and the interface as they read it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from judge.languages.types import Type, parse_type
from judge.problem.interface import ClassInterface, FunctionInterface, Interface, Parameter

DRIVER = "driver/driver.js"
_FOLDER = Path(__file__).parent / "js"
NODE_TYPES = _FOLDER / "node.d.ts"
_FILES = ("driver.js", "load.js", "reader.js", "writer.js")


def build_files(interface: Interface, file: str, shown: str) -> dict[str, bytes]:
    """The driver's part of the program folder. `file`: what the submission lies in, beside it; `shown`: what errors
    call it. Raises UnknownType."""
    task = {"file": file, "shown": shown, **described(interface)}
    files = {f"driver/{name}": (_FOLDER / name).read_bytes() for name in _FILES}
    return {**files, "driver/interface.json": json.dumps(task).encode()}


def described(interface: Interface) -> dict[str, Any]:
    match interface:
        case FunctionInterface(name=name, parameters=parameters, returns=returns):
            return {"kind": "function", "name": name, "parameters": _types(parameters), "returns": _type(returns)}
        case ClassInterface(name=name, constructor=constructor, methods=methods):
            return {
                "kind": "class",
                "name": name,
                "parameters": _types(constructor),
                "methods": {
                    method.name: {"parameters": _types(method.parameters), "returns": _type(method.returns)}
                    for method in methods
                },
            }
    return {"kind": "stdio"}


def _types(parameters: list[Parameter]) -> list[Any]:
    return [_type(parameter.type) for parameter in parameters]


def _type(text: str) -> list[Any]:
    return _listed(parse_type(text))


def _listed(kind: Type) -> list[Any]:
    return [kind.name, *map(_listed, kind.of)]
