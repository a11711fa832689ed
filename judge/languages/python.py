"""Python: nothing is built; which runtime it needs shows in its imports."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from judge.languages.language import Language, SelfTest, SyntaxFault
from sandbox.api import Program

if TYPE_CHECKING:
    from judge.problem.model import Problem

DATA_MODULES = frozenset({"numpy", "pandas", "duckdb"})
_IMPORT = re.compile(r"^\s*(?:import|from)\s+(\w+)", re.MULTILINE)


class Python(Language):
    name = "python"
    title = "Python 3"
    suffixes = (".py",)
    self_test = SelfTest("def double(x):\n    return x + x\n", "double", (21,), 42)

    def program(self, source: str, problem: Problem) -> Program:
        runtime = "python-data" if imported(source) & DATA_MODULES else problem.spec.runtime
        return Program.single(source, runtime)

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


def imported(source: str) -> set[str]:
    """The top-level modules that the text imports, anywhere in it; a guess by lines where it does not parse."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set(_IMPORT.findall(source))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


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
