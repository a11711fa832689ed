"""What JavaScript and TypeScript share: the run under Node.js, and how a person begins."""

from __future__ import annotations

from judge.languages.called import camel
from judge.languages.drivers import js
from judge.languages.types import Type, parse_type
from judge.problem.interface import ClassInterface, FunctionInterface, Interface, Method, Parameter
from sandbox.api import Program

RUN_FLAGS = (
    "--max-heap-size={heap_mb}",
    # Kilobytes: some 250,000 to a million calls deep. The rest of the cell's stack is for Node's own.
    "--stack-size=64000",
    # What its collector does is then done in order, and costs the same each time.
    "--single-threaded-gc",
    "--v8-pool-size=1",
)
# For the driver alone: it clears away what decoding left before it says that it is ready.
_DRIVER_FLAGS = ("--expose-gc",)
_SCALARS = {"int": "number", "float": "number", "str": "string", "bool": "boolean", "none": "null"}


def program(files: dict[str, bytes], interface: Interface, file: str, shown: str) -> Program:
    """What runs the submission `file` of `files`. `shown`: what errors call it."""
    command = ("{node}", *RUN_FLAGS, *_DRIVER_FLAGS, f"/program/{js.DRIVER}")
    every = {**files, **js.build_files(interface, file, shown)}
    return Program(every, file, command=command, driver=True, toolchain="node")


def starter(interface: Interface, docstring: str, typed: bool) -> str:
    """`typed`: as TypeScript writes it; else the types stand in the comment."""
    match interface:
        case FunctionInterface(name=name, parameters=parameters, returns=returns):
            method = Method(name=name, parameters=parameters, returns=returns)
            return _comment(docstring, None if typed else method) + _body(method, "function ", typed, "")
        case ClassInterface(name=name, constructor=constructor, methods=methods):
            made = Method(name="constructor", parameters=constructor)
            bodies = [_member(made, typed, constructor=True), *(_member(method, typed) for method in methods)]
            return f"{_comment(docstring, None)}class {name} {{\n" + "\n".join(bodies) + "}\n"
    read = 'import * as fs from "fs";\n\n' if typed else 'const fs = require("fs");\n\n'
    said = _comment(docstring, None)
    return f'{read}{said}const text = fs.readFileSync(0, "utf8");\nthrow new Error("not written yet");\n'


def _member(method: Method, typed: bool, constructor: bool = False) -> str:
    comment = "" if typed else _comment("", method, "  ", constructor)
    return comment + _body(method, "  ", typed, "  ", constructor)


def _body(method: Method, lead: str, typed: bool, indent: str, constructor: bool = False) -> str:
    parameters = ", ".join(
        f"{camel(one.name)}: {type_text(one.type)}" if typed else camel(one.name) for one in method.parameters
    )
    returns = f": {_returned(method.returns)}" if typed and not constructor else ""
    failing = "" if constructor else f'{indent}  throw new Error("not written yet");\n'
    return f"{lead}{camel(method.name)}({parameters}){returns} {{\n{failing}{indent}}}\n"


def _comment(text: str, method: Method | None, indent: str = "", constructor: bool = False) -> str:
    lines = text.replace("*/", "* /").splitlines()
    if method is not None:
        lines += [_parameter(one) for one in method.parameters]
        lines += [] if constructor else [f"@returns {{{_returned(method.returns)}}}"]
    if not lines:
        return ""
    inside = "".join(f"{indent} * {line}".rstrip() + "\n" for line in lines)
    return f"{indent}/**\n{inside}{indent} */\n"


def _parameter(one: Parameter) -> str:
    return f"@param {{{type_text(one.type)}}} {camel(one.name)}"


def _returned(text: str) -> str:
    return "void" if parse_type(text).name == "none" else type_text(text)


def type_text(text: str) -> str:
    """A type of the interface as TypeScript writes it."""
    return _written(parse_type(text))


def _written(kind: Type) -> str:
    parts = [_written(part) for part in kind.of]
    match kind.name:
        case "list" | "row":
            return f"({parts[0]})[]" if kind.of[0].name == "optional" else f"{parts[0]}[]"
        case "tuple":
            return f"[{', '.join(parts)}]"
        case "dict":
            return f"Map<{parts[0]}, {parts[1]}>"
        case "set":
            return f"Set<{parts[0]}>"
        case "optional":
            return f"{parts[0]} | null"
    return _SCALARS[kind.name]
