"""Python: nothing is built; which runtime it needs shows in its imports."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Sequence
from functools import lru_cache

from judge.languages.language import NO_INPUT, Language, Plan, SelfTest, SyntaxFault, tables_alone
from judge.problem.interface import ClassInterface, FunctionInterface, Interface, Method, Parameter, SqlInterface
from sandbox.api import Compile, Limits, Program, Task

DATA_MODULES = frozenset({"numpy", "pandas", "duckdb"})
_IMPORT = re.compile(r"^\s*(?:import|from)\s+(\w+)", re.MULTILINE)


class Python(Language):
    name = "python"
    title = "Python 3"
    suffixes = (".py",)
    main = "solution.py"
    version_command = ("python", "-c", "import platform; print(platform.python_version())")
    editor = "python"
    frees_at_once = True
    self_test = SelfTest(
        "def double(x):\n    return x + x\n",
        FunctionInterface(kind="function", name="double", parameters=[Parameter(name="x", type="int")], returns="int"),
        (21,),
        42,
    )

    def cannot(self, interface: Interface) -> str | None:
        return tables_alone(self.title) if isinstance(interface, SqlInterface) else None

    def plan(self, source: str, interface: Interface, runtime: str) -> Plan:
        program = Program.single(source, "python-data" if imported(source) & DATA_MODULES else runtime)
        return Plan(Task(program, Compile(), NO_INPUT, Limits()), lambda built: program)

    def starter(self, interface: Interface, docstring: str) -> str:
        match interface:
            case FunctionInterface(name=name, parameters=parameters, returns=returns):
                return _function(name, parameters, returns, docstring)
            case ClassInterface(name=name, constructor=constructor, methods=methods):
                every = [Method(name="__init__", parameters=constructor), *methods]
                return f"class {name}:\n{_docstring(docstring)}\n" + "\n".join(_method(method) for method in every)
        return (
            f"import sys\n\n\ndef main() -> None:\n{_docstring(docstring)}    raise NotImplementedError\n\n\nmain()\n"
        )

    def syntax_fault(self, source: str) -> SyntaxFault | None:
        try:
            ast.parse(source)
        except SyntaxError as error:
            return SyntaxFault(error.lineno, error.msg)
        except (ValueError, RecursionError, MemoryError) as error:
            return SyntaxFault(None, str(error) or "nested too deeply")
        return None

    def defines(self, source: str, name: str) -> bool:
        return name in bound_names(source)


def _function(name: str, parameters: Sequence[Parameter], returns: str, docstring: str) -> str:
    return f"def {name}({_listed(parameters)}) -> {returns}:\n{_docstring(docstring)}    raise NotImplementedError\n"


def _method(method: Method) -> str:
    parameters = [Parameter(name="self", type=""), *method.parameters]
    return textwrap.indent(_function(method.name, parameters, method.returns, ""), "    ")


def _listed(parameters: Sequence[Parameter]) -> str:
    return ", ".join(f"{one.name}: {one.type}" if one.type else one.name for one in parameters)


def _docstring(text: str) -> str:
    return textwrap.indent(f'"""{text}"""\n', "    ") if text else ""


@lru_cache(maxsize=32)  # asked for each run of a program
def imported(source: str) -> frozenset[str]:
    """The top-level modules that the text imports, anywhere in it; a guess by lines where it does not parse."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return frozenset(_IMPORT.findall(source))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return frozenset(found)


def bound_names(source: str) -> set[str]:
    """The names that a module binds at its top level, also under `if` and `try`. The text must parse."""
    names: set[str] = set()
    waiting: list[ast.AST] = list(ast.parse(source).body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
            continue
        if isinstance(node, ast.Import | ast.ImportFrom):
            names.update((alias.asname or alias.name).partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif not isinstance(node, ast.Lambda):
            waiting.extend(ast.iter_child_nodes(node))
    return names
