"""How a person begins in Java: the types of an interface in its words."""

from __future__ import annotations

from judge.languages.called import camel
from judge.languages.types import Type, parse_type
from judge.problem.interface import ClassInterface, FunctionInterface, Interface, Method

_SCALARS = {"int": "long", "float": "double", "str": "String", "bool": "boolean", "none": "void"}
_BOXED = {"int": "Long", "float": "Double", "str": "String", "bool": "Boolean", "none": "Object"}
_FAILING = 'throw new UnsupportedOperationException("not written yet");'


def starter(interface: Interface, docstring: str) -> str:
    match interface:
        case FunctionInterface(name=name, parameters=parameters, returns=returns):
            method = Method(name=name, parameters=parameters, returns=returns)
            return _file("Solution", docstring, [_method(method, "static ")])
        case ClassInterface(name=name, constructor=constructor, methods=methods):
            made = f"    public {name}({_listed(Method(name=name, parameters=constructor))}) {{\n    }}\n"
            return _file(name, docstring, [made, *(_method(method, "") for method in methods)])
    main = (
        "    public static void main(String[] args) throws IOException {\n"
        "        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));\n"
        f"        {_FAILING}\n    }}\n"
    )
    return "import java.io.*;\n" + _file("Main", docstring, [main])


def _file(name: str, docstring: str, members: list[str]) -> str:
    said = "".join(f" * {line}".rstrip() + "\n" for line in docstring.replace("*/", "* /").splitlines())
    comment = f"/**\n{said} */\n" if said else ""
    return f"import java.util.*;\n\n{comment}class {name} {{\n" + "\n".join(members) + "}\n"


def _method(method: Method, how: str) -> str:
    returns = type_text(method.returns)
    return f"    public {how}{returns} {camel(method.name)}({_listed(method)}) {{\n        {_FAILING}\n    }}\n"


def _listed(method: Method) -> str:
    return ", ".join(f"{type_text(one.type)} {camel(one.name)}" for one in method.parameters)


def type_text(text: str) -> str:
    """A type of the interface as a signature has it."""
    return _written(parse_type(text))


def _written(kind: Type) -> str:
    match kind.name:
        case "list" | "row":
            return f"{_erased(kind.of[0])}[]"
        case "tuple":
            alike = len(set(kind.of)) == 1 and kind.of[0].name in _BOXED
            return f"{_erased(kind.of[0])}[]" if alike else "Object[]"
        case "optional":
            return _inside(kind.of[0])
        case "dict" | "set":
            return _inside(kind)
    return _SCALARS[kind.name]


def _erased(kind: Type) -> str:
    """What an array can be of: nothing generic."""
    if kind.name == "optional":
        return _BOXED.get(kind.of[0].name) or _erased(kind.of[0])
    return {"dict": "Map", "set": "Set", "none": "Object"}.get(kind.name) or _written(kind)


def _inside(kind: Type) -> str:
    """A type between angle brackets."""
    parts = [_inside(part) for part in kind.of]
    match kind.name:
        case "list" | "row":
            return f"List<{parts[0]}>"
        case "tuple":
            return f"List<{parts[0] if parts and len(set(kind.of)) == 1 else 'Object'}>"
        case "dict":
            return f"Map<{parts[0]}, {parts[1]}>"
        case "set":
            return f"Set<{parts[0]}>"
        case "optional":
            return parts[0]
    return _BOXED[kind.name]
