"""What a Java submission runs with: the driver's text, and the interface as it reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from judge.languages.types import Type, parse_type
from judge.problem.interface import ClassInterface, FunctionInterface, Interface, Parameter

MAIN = "landau.Driver"
INTERFACE = "driver/interface.txt"
_FOLDER = Path(__file__).parent / "java"


def sources() -> dict[str, bytes]:
    """The driver's text, the same for every submission."""
    return {path.name: path.read_bytes() for path in sorted(_FOLDER.glob("*.java"))}


def interface_file(interface: Interface, classes: Sequence[str]) -> bytes:
    """Words: kind, name, classes with their number in front, then the calls: name, parameters with their number in
    front, result. Types are in prefix notation. `classes`: the submission's, by their full names, the likeliest first.
    Raises UnknownType."""
    kind, name = interface.kind, getattr(interface, "name", "-")
    return " ".join([kind, name, str(len(classes)), *classes, *_calls(interface)]).encode()


def _calls(interface: Interface) -> Iterator[str]:
    match interface:
        case FunctionInterface(name=name, parameters=parameters, returns=returns):
            yield from _call(name, parameters, returns)
        case ClassInterface(name=name, constructor=constructor, methods=methods):
            yield from _call(name, constructor, "None")
            for method in methods:
                yield from _call(method.name, method.parameters, method.returns)


def _call(name: str, parameters: Sequence[Parameter], returns: str) -> Iterator[str]:
    yield from (name, str(len(parameters)))
    for parameter in parameters:
        yield from _prefix(parse_type(parameter.type))
    yield from _prefix(parse_type(returns))


def _prefix(kind: Type) -> Iterator[str]:
    yield kind.name
    if kind.name == "tuple":
        yield str(len(kind.of))
    for part in kind.of:
        yield from _prefix(part)
