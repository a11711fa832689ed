"""What a program's text says of repetition: its loops and comprehensions, its functions, who calls whom. Pure."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

MOST_NAMES = 12  # looked at in one line
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
LoopNode = ast.For | ast.AsyncFor | ast.While | Comprehension
FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True, eq=False)
class Loop:
    line: int  # where its "for" or "while" stands
    first: int
    last: int
    node: LoopNode
    outer: Loop | None  # around it, in the same function
    function: DefinedFunction | None


@dataclass(frozen=True, slots=True, eq=False)
class DefinedFunction:
    name: str
    line: int
    first: int  # of its body
    last: int
    node: FunctionNode
    outer: Loop | None = None


@dataclass(slots=True)
class Outline:
    tree: ast.Module
    lines: list[str]
    loops: list[Loop] = field(default_factory=list)
    functions: list[DefinedFunction] = field(default_factory=list)
    calls: dict[str, list[int]] = field(default_factory=dict)  # of a function or method's name -> lines

    def loop_at(self, line: int) -> Loop | None:
        """The innermost loop that repeats a line."""
        around = [loop for loop in self.loops if loop.first <= line <= loop.last]
        inner = self.function_at(line)
        around = [loop for loop in around if loop.function is inner]
        return min(around, key=lambda loop: (loop.last - loop.first, -self.loops.index(loop)), default=None)

    def function_at(self, line: int) -> DefinedFunction | None:
        """The innermost function in whose body a line stands."""
        around = [one for one in self.functions if one.first <= line <= one.last]
        return min(around, key=lambda one: one.last - one.first, default=None)

    def callers(self, function: DefinedFunction) -> list[int]:
        """Lines outside of a function that call it by its name."""
        lines = self.calls.get(function.name, [])
        if function.name.startswith("__"):
            return []
        return [line for line in lines if not function.first <= line <= function.last]

    def own_calls(self, function: DefinedFunction) -> list[int]:
        """Lines in which a function calls itself."""
        return [line for line in self.calls.get(function.name, []) if function.first <= line <= function.last]

    def text(self, line: int) -> str:
        return self.lines[line - 1].strip() if 0 < line <= len(self.lines) else ""


def outline(source: str) -> Outline | None:
    """None where the text is no program (of this Python)."""
    try:
        found = Outline(ast.parse(source), source.splitlines())
        _walk(found, found.tree, None, None)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return found


def _walk(out: Outline, node: ast.AST, loop: Loop | None, function: DefinedFunction | None) -> None:
    for child in ast.iter_child_nodes(node):
        inside_loop, inside_function = loop, function
        if isinstance(child, FunctionNode):
            last = child.end_lineno or child.lineno
            inside_function = DefinedFunction(child.name, child.lineno, child.body[0].lineno, last, child, loop)
            out.functions.append(inside_function)
            inside_loop = None
        elif isinstance(child, LoopNode):
            if isinstance(child, Comprehension):
                line, last = child.generators[-1].target.lineno, child.end_lineno or child.lineno
            else:
                line, last = child.lineno, child.body[-1].end_lineno or child.lineno
            inside_loop = Loop(line, child.lineno, last, child, loop, function)
            out.loops.append(inside_loop)
        elif isinstance(child, ast.Call):
            name = child.func.id if isinstance(child.func, ast.Name) else getattr(child.func, "attr", "")
            out.calls.setdefault(name, []).append(child.lineno)
        _walk(out, child, inside_loop, inside_function)


def nodes_at(tree: ast.Module, line: int) -> list[ast.AST]:
    """The expressions and simple statements that run when a line runs, outer ones first: of a compound statement its
    head alone."""
    found: list[ast.AST] = []

    def visit(node: ast.AST) -> None:
        for child in ast.iter_child_nodes(node):
            first = getattr(child, "lineno", None)
            last = getattr(child, "end_lineno", None)
            if first is None or last is None:
                visit(child)  # a comprehension's clause, an argument list
                continue
            if not first <= line <= last:
                continue
            if not hasattr(child, "body") or isinstance(child, ast.IfExp | ast.Lambda):
                found.append(child)
            visit(child)

    visit(tree)
    return found


def dotted(node: ast.AST | None) -> str:
    """ "xs", "self.xs", or "" for what has no such name."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(parts)]) if isinstance(node, ast.Name) else ""


def names_by_line(source: str) -> dict[int, list[str]]:
    """The names in each line that hold data: what is called is left out."""
    found = outline(source)
    names: dict[int, list[str]] = {}
    if found is None:
        return names
    called = {id(node.func) for node in ast.walk(found.tree) if isinstance(node, ast.Call)}
    for node in ast.walk(found.tree):
        if isinstance(node, ast.Name | ast.Attribute) and id(node) not in called:
            name, line = dotted(node), node.lineno
            held = names.setdefault(line, [])
            if name and name not in held and len(held) < MOST_NAMES and len(name) < 100:
                held.append(name)
    return names
