"""Functions and classes called from outside Python: what all languages with a driver ask of an interface."""

from __future__ import annotations

import re
from collections.abc import Iterator

from judge.languages.language import tables_alone
from judge.languages.types import UnknownType, parse_type
from judge.problem.interface import ClassInterface, FunctionInterface, Interface, SqlInterface


def cannot_type(title: str, interface: Interface) -> str | None:
    """Why a language called `title` cannot be given this interface's values; None where it can."""
    if isinstance(interface, FunctionInterface) and interface.many_calls:
        return f"{title} cannot be called many times in one run, as this problem wants; Python can"
    if isinstance(interface, SqlInterface):
        return tables_alone(title)
    for text in every_type(interface):
        try:
            parse_type(text)
        except UnknownType:
            return f"{title} has no counterpart of the type {text}, which this problem uses"
    return None


def every_type(interface: Interface) -> Iterator[str]:
    match interface:
        case FunctionInterface(parameters=parameters, returns=returns):
            yield from (parameter.type for parameter in parameters)
            yield returns
        case ClassInterface(constructor=constructor, methods=methods):
            yield from (parameter.type for parameter in constructor)
            for method in methods:
                yield from (parameter.type for parameter in method.parameters)
                yield method.returns


def camel(name: str) -> str:
    """rolling_average as rollingAverage."""
    return re.sub(r"(?<=[A-Za-z0-9])_([A-Za-z0-9])", lambda match: match[1].upper(), name)
