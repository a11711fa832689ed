"""One line, and what is known of it: its text, and what the tracer saw its names stand for. Pure."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from judge.growth.blame.carrier import Carrier
from judge.growth.blame.outline import Outline, dotted, nodes_at
from judge.growth.blame.tracing import Things

Node = TypeVar("Node", bound=ast.AST)

SEQUENCES = {"list", "tuple", "deque", "array"}
TEXTS = {"str", "bytes", "bytearray"}
ARRAYS = {"ndarray", "DataFrame", "Series", "Index"}
HASHED = {"set", "dict", "frozenset", "Counter", "defaultdict", "OrderedDict"}
COPIERS = {"list", "tuple", "dict", "set", "frozenset", "deque", "Counter", "bytearray", "deepcopy", "copy"}
AGGREGATES = {"sum", "min", "max", "any", "all", "fsum", "prod", "mean", "median", "fmean", "len", "mode", "Counter"}


@dataclass(frozen=True, slots=True)
class Cause:
    """`key`: a short name of the kind of cause. `sentence`: why, and what to do instead."""

    key: str
    sentence: str


class Look:
    """One line, and what is known of it."""

    def __init__(self, program: Outline, found: Carrier, things: Things, before: Things) -> None:
        self.program = program
        self.line = found.line
        self.loop = found.loop
        self.exponent = found.exponent
        self.things = {name: thing for (line, name), thing in things.items() if line == found.line}
        self.before = {name: thing for (line, name), thing in before.items() if line == found.line}
        self.nodes = nodes_at(program.tree, found.line)
        self.functions = {one.name for one in program.functions}

    def first(self, rules: tuple[Callable[[Look], Cause | None], ...]) -> Cause | None:
        return next((cause for rule in rules if (cause := rule(self)) is not None), None)

    def kind(self, node: ast.AST | None) -> str:
        """The type of what an expression gives, "" where it is not known."""
        match node:
            case ast.List() | ast.ListComp():
                return "list"
            case ast.Tuple():
                return "tuple"
            case ast.Dict() | ast.DictComp():
                return "dict"
            case ast.Set() | ast.SetComp():
                return "set"
            case ast.JoinedStr():
                return "str"
            case ast.Constant(value=value):
                return type(value).__name__
            case ast.Call(func=ast.Name(id=name)) if name in COPIERS | {"str", "sorted"}:
                return "list" if name == "sorted" else name
            case ast.Call(func=ast.Attribute(attr="get" | "setdefault", value=held), args=[_, default]):
                return self.held(held) or self.kind(default)
            case ast.Call(func=ast.Attribute(attr="values" | "keys" | "items" as view)):
                return view
            case ast.Subscript(value=value, slice=ast.Slice()):
                return self.kind(value)
            case ast.Subscript(value=value):
                return self.held(value)
            case ast.BinOp(left=left, right=right, op=ast.Add()):
                return self.kind(left) or self.kind(right)
            case ast.IfExp(body=body):
                return self.kind(body)
        return self.things.get(dotted(node), ("", -1))[0]

    def held(self, node: ast.AST | None) -> str:
        """The type of what a container holds."""
        if isinstance(node, ast.Subscript | ast.Call):
            return ""
        return self.things.get(dotted(node) + "[]", ("", -1))[0]

    def grows(self, node: ast.AST | None) -> bool:
        """False only where the tracer saw that a name's thing does not grow with n."""
        name = dotted(node)
        now, then = self.things.get(name, ("", -1))[1], self.before.get(name, ("", -1))[1]
        return now < 0 or then < 0 or now > 1.3 * then

    def crowded(self, node: ast.AST | None) -> bool:
        """Whether the tracer saw that keys of a name's thing collide."""
        return dotted(node) + "#" in self.things

    def of(self, *kinds: type[Node]) -> Iterator[Node]:
        return (node for node in self.nodes if isinstance(node, kinds))

    def methods(self) -> Iterator[tuple[ast.Call, ast.expr, str]]:
        for node in self.nodes:
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                yield node, node.func.value, node.func.attr

    def called(self) -> Iterator[tuple[ast.Call, str]]:
        """Calls by a plain name, or of a module's function, that the program has not defined itself."""
        for node in self.nodes:
            if isinstance(node, ast.Call):
                name = node.func.id if isinstance(node.func, ast.Name) else ""
                if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
                    module = node.func.value.id
                    if not self.things.get(module) or module in {"np", "numpy", "pd", "pandas"}:
                        name = node.func.attr
                if name and name not in self.functions:
                    yield node, name

    @property
    def each(self) -> str:
        return "in each step of the loop" if self.loop else "with each call"


def shown(node: ast.AST, longest: int = 40) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= longest else text[: longest - 1] + "…"


def is_zero(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Constant) and node.value == 0 and not isinstance(node.value, bool)


def fixed(look: Look, node: ast.Call) -> bool:
    """Whether what a call is given does not grow with n, as far as the tracer saw it."""
    return bool(node.args) and dotted(node.args[0]) != "" and not look.grows(node.args[0])
