"""The other side of the shrinker's dialogue."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from judge.counterexample.shrink import shrinking
from judge.problem.interface import ClassInterface, FunctionInterface, Interface, Method, Parameter, StdioInterface


def function(**types: str) -> FunctionInterface:
    parameters = [Parameter(name=name, type=kind) for name, kind in types.items()]
    return FunctionInterface(kind="function", name="f", parameters=parameters, returns="int")


BOX = ClassInterface(kind="class", name="Box", methods=[Method(name="add"), Method(name="ask")])
PROGRAM = StdioInterface(kind="stdio")


def shrunk(interface: Interface, value: Any, fails: Callable[[Any], bool]) -> tuple[Any, list[Any]]:
    """(what is left, all that was tried)."""
    assert fails(value)
    steps, tried, answer = shrinking(interface, value), [], None
    while True:
        try:
            candidate = steps.send(answer)  # type: ignore[arg-type]
        except StopIteration as ended:
            return ended.value, tried
        tried.append(candidate)
        answer = fails(candidate)


def of_one(fails: Callable[[Any], bool], value: Any) -> Any:
    """What is left of a function's only argument."""
    (left,), _ = shrunk(function(x="any"), (value,), lambda arguments: fails(*arguments))
    return left
