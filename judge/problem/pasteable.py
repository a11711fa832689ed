"""An input as code that can be pasted: Python below a solution, SQL before a query. Pure."""

from __future__ import annotations

import re

from judge.problem.interface import ClassInterface, FunctionInterface, Interface, SqlInterface
from judge.problem.sqltext import as_sql

# What values are written with that Python does not know by itself.
_IMPORTS = {
    "math": re.compile(r"\b(?:nan|inf)\b"),
    "datetime": re.compile(r"\b(?:date|datetime|timedelta)(?=\()"),
    "decimal": re.compile(r"\bDecimal(?=\()"),
}


def as_code(interface: Interface, input_text: str, expected: str) -> str:
    """In the language that the interface is shown in. Empty where tables were cut."""
    if isinstance(interface, SqlInterface):
        return as_sql(interface, input_text, expected)
    return as_python(interface, input_text, expected)


def as_python(interface: Interface, input_text: str, expected: str) -> str:
    """`input_text` as ``judge.problem.text`` writes it, and what is expected of it, as statements to run."""
    if isinstance(interface, FunctionInterface) and interface.many_calls:
        calls = [line.strip() for line in input_text.splitlines() if line.strip()]
        body = "".join(f"print({call})\n" for call in calls) + f"# expected, call by call: {_one_line(expected)}\n"
    elif isinstance(interface, FunctionInterface):
        arguments = ", ".join(parameter.name for parameter in interface.parameters)
        body = f"{input_text.rstrip()}\nprint({interface.name}({arguments})){_remark(expected)}\n"
    elif isinstance(interface, ClassInterface):
        body = _script(interface, input_text) + f"# expected: {_one_line(expected)}\n"
    else:
        return f"import io, sys\n\nsys.stdin = io.StringIO({input_text!r})\n# expected: {expected!r}\n"
    needed = {module: sorted(set(names.findall(body))) for module, names in _IMPORTS.items()}
    imports = [f"from {module} import {', '.join(names)}\n" for module, names in needed.items() if names]
    if re.search(r"\bpd\.", body):
        imports.append("import pandas as pd\n")
    return "".join([*imports, "\n"] if imports else []) + body


def _script(interface: ClassInterface, text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    made, *calls = lines or [f"{interface.name}()"]
    return "\n".join([f"it = {made.strip()}", *(f"print(it.{call.strip()})" for call in calls)]) + "\n"


def _remark(expected: str) -> str:
    """Behind a call; a table goes below it."""
    if "\n" not in expected:
        return f"  # expected: {expected}"
    return "\n" + "\n".join(f"# {line}".rstrip() for line in ["expected:", *expected.splitlines()])


def _one_line(text: str) -> str:
    return " ".join(text.split())
