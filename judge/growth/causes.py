"""Why a line costs so much, where the cause is a known one, and what to do instead. Pure: from the text, the line, and
what the tracer saw its names stand for. Says nothing rather than something unsure."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from judge.growth.carrier import Carrier
from judge.growth.outline import Comprehension, Outline, dotted, nodes_at
from judge.growth.repeats import repeated
from judge.growth.tracing import Things
from judge.report import Resource

__all__ = ["Cause", "find_cause"]

Node = TypeVar("Node", bound=ast.AST)

SEQUENCES = {"list", "tuple", "deque", "array"}
TEXTS = {"str", "bytes", "bytearray"}
ARRAYS = {"ndarray", "DataFrame", "Series", "Index"}
HASHED = {"set", "dict", "frozenset", "Counter", "defaultdict", "OrderedDict"}
LONG_NUMBER_BITS = 256
COPIERS = {"list", "tuple", "dict", "set", "frozenset", "deque", "Counter", "bytearray", "deepcopy", "copy"}
AGGREGATES = {"sum", "min", "max", "any", "all", "fsum", "prod", "mean", "median", "fmean", "len", "mode", "Counter"}
NUMPY_GROWERS = {"append", "concatenate", "hstack", "vstack", "insert", "delete", "r_", "column_stack", "stack"}
SCANS_OF_TEXT = {"find", "rfind", "index", "rindex", "count", "replace", "split", "partition", "startswith", "join"}
READERS = {"readlines", "read", "getvalue", "open", "findall", "finditer", "seek", "read_text", "read_csv"}


@dataclass(frozen=True, slots=True)
class Cause:
    """`key`: a short name of the kind of cause. `sentence`: why, and what to do instead."""

    key: str
    sentence: str


def find_cause(
    program: Outline, found: Carrier, things: Things, before: Things, resource: Resource = Resource.TIME
) -> Cause | None:
    """`things`: what names stood for at the largest size, `before` at the smallest."""
    look = _Look(program, found, things, before)
    if resource is Resource.MEMORY:
        return look.first(MEMORY)
    if resource is Resource.PROBES:
        return look.first(PROBES)
    if found.runs:
        said = repeated(program, found)
        return Cause(*said) if said else None
    return look.first(TIME)


class _Look:
    """One line, and what is known of it."""

    def __init__(self, program: Outline, found: Carrier, things: Things, before: Things) -> None:
        self.program = program
        self.line = found.line
        self.loop = found.loop
        self.things = {name: thing for (line, name), thing in things.items() if line == found.line}
        self.before = {name: thing for (line, name), thing in before.items() if line == found.line}
        self.nodes = nodes_at(program.tree, found.line)
        self.functions = {one.name for one in program.functions}

    def first(self, rules: tuple[Callable[[_Look], Cause | None], ...]) -> Cause | None:
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


def _text(node: ast.AST, longest: int = 40) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _zero(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Constant) and node.value == 0 and not isinstance(node.value, bool)


def front(look: _Look) -> Cause | None:
    for call, value, method in look.methods():
        if look.kind(value) not in {"list", ""} or not look.grows(value):
            continue
        if method == "pop" and len(call.args) == 1 and _zero(call.args[0]):
            return Cause(
                "pop-front",
                f"`pop(0)` moves every element of the list `{_text(value)}` one place forward: "
                "use collections.deque and popleft(), or keep an index of the first element",
            )
        if method == "insert" and len(call.args) == 2 and _zero(call.args[0]):
            return Cause(
                "insert-front",
                f"`insert(0, …)` moves every element of the list `{_text(value)}` one place back: "
                "use collections.deque and appendleft(), or append and reverse once at the end",
            )
    for delete in look.of(ast.Delete):
        for target in delete.targets:
            if isinstance(target, ast.Subscript) and look.kind(target.value) == "list":
                at = target.slice
                if _zero(at) or (isinstance(at, ast.Slice) and at.lower is None):
                    return Cause(
                        "pop-front",
                        f"deleting from the front moves every element of the list `{_text(target.value)}`: "
                        "use collections.deque and popleft(), or keep an index of the first element",
                    )
    return None


def middle(look: _Look) -> Cause | None:
    for call, name in look.called():
        if name in {"insort", "insort_left", "insort_right"} and call.args:
            return Cause(
                "insert-sorted",
                f"`{name}` finds the place fast, but then moves all that comes behind it in `{_text(call.args[0])}`: "
                "use a heap (heapq), two heaps, or sort once at the end",
            )
    for call, value, method in look.methods():
        if look.kind(value) not in SEQUENCES or not look.grows(value):
            continue
        if method == "insert":
            return Cause(
                "insert-sorted",
                f"`insert` moves all that comes behind the place in the list `{_text(value)}`: "
                "append and sort once, use a heap, or link the elements",
            )
        if method == "pop" and call.args and not isinstance(call.args[0], ast.UnaryOp):
            return Cause(
                "delete-middle",
                f"`pop` from within the list `{_text(value)}` moves all that comes behind: "
                "mark elements as gone, swap with the last one, or build a new list in one pass",
            )
        if method == "remove":
            return Cause(
                "delete-middle",
                f"`remove` looks through the list `{_text(value)}` and moves what comes behind: "
                "use a set or a dictionary, or mark elements as gone",
            )
        if method in {"index", "count"}:
            instead = (
                "make a dictionary from element to position once"
                if method == "index"
                else "count all once with collections.Counter"
            )
            return Cause(method, f"`{method}` looks through the whole of `{_text(value)}` {look.each}: {instead}")
        if method == "rotate" and call.args:
            return Cause(
                "rotate", f"`rotate` moves up to half of `{_text(value)}`: keep an index of where it begins instead"
            )
    for delete in look.of(ast.Delete):
        for target in delete.targets:
            if isinstance(target, ast.Subscript) and look.kind(target.value) in {"list", "bytearray"}:
                return Cause(
                    "delete-middle",
                    f"`del` within the list `{_text(target.value)}` moves all that comes behind: "
                    "mark elements as gone, use a heap, or build a new list in one pass",
                )
    for item in look.of(ast.Subscript):
        ends = _zero(item.slice) or isinstance(item.slice, ast.UnaryOp)
        if look.kind(item.value) == "deque" and not ends and look.grows(item.value):
            return Cause(
                "deque-index",
                f"`{_text(item)}` walks through the deque to its middle: a deque is fast at its ends only; use a list",
            )
    return None


def membership(look: _Look) -> Cause | None:
    for test in look.of(ast.Compare):
        for op, right in zip(test.ops, test.comparators, strict=True):
            if not isinstance(op, ast.In | ast.NotIn) or isinstance(right, ast.Constant):
                continue
            kind = look.kind(right)
            if not look.grows(right):
                continue
            if kind in SEQUENCES or kind in ARRAYS or kind == "values":
                return Cause(
                    "membership",
                    f"`in` looks through the whole {'dictionary' if kind == 'values' else kind} `{_text(right)}` "
                    f"{look.each}: keep what was seen in a set (or a dictionary), whose lookup does not grow",
                )
            if kind in TEXTS:
                return Cause(
                    "scan",
                    f"`in` looks through the whole text `{_text(right)}` {look.each}: "
                    "keep its characters in a set, or remember where each was seen last",
                )
    return None


def numpy_growth(look: _Look) -> Cause | None:
    for call, name in look.called():
        module = (
            call.func.value.id if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) else ""
        )
        if module in {"np", "numpy"} and name in NUMPY_GROWERS:
            return Cause(
                "array-append",
                f"`{_text(call.func)}` copies the whole array {look.each}: "
                "collect in a list and make one array at the end, or allocate it once",
            )
        if name == "concat":
            return Cause(
                "frame-concat",
                f"`concat` copies the whole frame {look.each}: collect the parts in a list and concat them once",
            )
    for _, value, method in look.methods():
        if look.kind(value) in {"DataFrame", "Series"} and method in {"append", "_append"}:
            return Cause(
                "frame-concat",
                f"`append` copies the whole of `{_text(value)}` {look.each}: collect the parts and concat them once",
            )
    for item in look.of(ast.Subscript):
        mask = any(isinstance(part, ast.Compare) for part in ast.walk(item.slice))
        arrays = any(look.kind(part) in ARRAYS for part in ast.walk(item))
        if mask and arrays:
            return Cause(
                "mask",
                f"the mask `{_text(item)}` compares every row {look.each}: "
                "group once (groupby, np.unique with return_inverse, or a sort) instead of filtering again",
            )
    for node in look.nodes:
        if isinstance(node, ast.Compare | ast.Subscript | ast.BinOp | ast.Call) and any(
            look.kind(part) in ARRAYS and look.grows(part) for part in ast.walk(node)
        ):
            return Cause(
                "array-pass",
                f"`{_text(node)}` goes over a whole array {look.each}: "
                "do it once for all, or touch only the elements that change",
            )
    return None


def sorting(look: _Look) -> Cause | None:
    for call, name in look.called():
        if name in {"sorted", "nsmallest", "nlargest", "heapify", "argsort"} and not _constant(look, call):
            return Cause("sort", _sort_sentence(f"`{name}`", look))
    for _, value, method in look.methods():
        if method == "sort":
            return Cause("sort", _sort_sentence(f"`{_text(value)}.sort`", look))
    return None


def _constant(look: _Look, node: ast.Call) -> bool:
    return bool(node.args) and dotted(node.args[0]) != "" and not look.grows(node.args[0])


def _sort_sentence(what: str, look: _Look) -> str:
    return (
        f"{what} goes through everything again {look.each}: "
        "sort once before or after, or keep what is needed in a heap (heapq)"
    )


def aggregate(look: _Look) -> Cause | None:
    for call, name in look.called():
        if name not in AGGREGATES or not call.args or (name in {"min", "max"} and len(call.args) > 1):
            continue
        given = call.args[0]
        if name == "len" and not isinstance(given, ast.Call | Comprehension):
            continue
        if isinstance(given, Comprehension) and any(isinstance(part, ast.Call) for part in ast.walk(given)):
            continue  # what it calls is to be told
        if isinstance(given, ast.Constant | ast.Starred) or _constant(look, call):
            continue
        instead = {
            "sum": "keep a running sum, adding what comes and taking away what goes (or use prefix sums)",
            "fsum": "keep a running sum, adding what comes and taking away what goes",
            "mean": "keep a running sum and count",
            "fmean": "keep a running sum and count",
            "min": "keep a running minimum, or a monotone deque or heap where elements leave",
            "max": "keep a running maximum, or a monotone deque or heap where elements leave",
            "len": "keep a count that is updated by each step",
            "median": "keep two heaps",
            "Counter": "keep one counter and update it by each step",
        }.get(name, "carry the result on from the step before")
        return Cause("aggregate", f"`{_text(call)}` goes over all its elements anew {look.each}: {instead}")
    return None


def slicing(look: _Look) -> Cause | None:
    for item in look.of(ast.Subscript):
        if not isinstance(item.slice, ast.Slice) or not isinstance(item.ctx, ast.Load):
            continue
        if look.kind(item.value) in ARRAYS:
            continue
        if isinstance(item.slice.lower, ast.Constant) and isinstance(item.slice.upper, ast.Constant):
            continue
        if _recursive(look, item):
            return Cause(
                "slice-recursion",
                f"the slice `{_text(item)}` copies what is left in each call: pass the whole and an index instead",
            )
        return Cause(
            "slice",
            f"the slice `{_text(item)}` makes a copy {look.each}: "
            "work with indexes into the whole, and carry results on from the step before",
        )
    return None


def _recursive(look: _Look, node: ast.AST) -> bool:
    inside = look.program.function_at(look.line)
    return inside is not None and look.line in look.program.own_calls(inside)


def concatenation(look: _Look) -> Cause | None:
    for node in look.nodes:
        if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add):
            kind = look.kind(node.target)
            if kind == "list":  # extends in place
                continue
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            kind = look.kind(node)
        else:
            continue
        if kind in TEXTS:
            return Cause(
                "text-concat",
                f"`{_text(node)}` copies the whole text {look.each}: "
                'collect the pieces in a list and "".join() them once at the end',
            )
        if kind in {"list", "tuple"}:
            return Cause(
                "list-concat",
                f"`{_text(node)}` makes a new {kind} and copies everything into it {look.each}: "
                f"{'append to one list' if kind == 'list' else 'append to a list, and make a tuple once at the end'}",
            )
    for node in look.of(ast.BinOp, ast.Starred):
        if isinstance(node, ast.Starred):
            if look.kind(node.value) in SEQUENCES | HASHED:
                return _copy_cause(f"*{_text(node.value)}", look)
        elif (
            isinstance(node, ast.BinOp)
            and isinstance(node.op, ast.BitOr | ast.BitAnd | ast.Sub)
            and look.kind(node.left) in HASHED
        ):
            return Cause(
                "set-copy",
                f"`{_text(node)}` makes a new {look.kind(node.left)} {look.each}: "
                "change one in place with add() or update(), or test single elements",
            )
    return None


def _copy_cause(what: str, look: _Look) -> Cause:
    return Cause("copy", f"`{what}` copies all of it {look.each}: work on the original, or copy once")


def copying(look: _Look) -> Cause | None:
    for call, name in look.called():
        if name in COPIERS and call.args and not _constant(look, call):
            return _copy_cause(_text(call), look)
    for call, value, method in look.methods():
        if method == "copy" and look.grows(value):
            return _copy_cause(_text(call), look)
        if method in {"union", "difference", "intersection"} and look.kind(value) in HASHED:
            return Cause(
                "set-copy",
                f"`{_text(call)}` makes a new set {look.each}: change one in place, or test single elements",
            )
        if method in {"issubset", "issuperset", "reverse", "extend", "update"} and look.grows(value):
            return Cause(
                "pass",
                f"`{_text(call)}` goes through everything again {look.each}: handle only what is new",
            )
    return None


def scans(look: _Look) -> Cause | None:
    for call, value, method in look.methods():
        if method in SCANS_OF_TEXT and look.kind(value) in TEXTS and (look.grows(value) or method == "join"):
            return Cause(
                "scan",
                f"`{_text(call)}` goes through the whole text {look.each}: "
                "go through it once, and remember in a dictionary what is needed",
            )
    for call in look.of(ast.Call):
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        if name in READERS and name not in look.functions:
            return Cause(
                "reread", f"`{_text(call)}` reads everything again {look.each}: read once and keep what is needed"
            )
    return None


def collisions(look: _Look) -> Cause | None:
    for node in look.nodes:
        held: ast.AST | None = None
        if isinstance(node, ast.Subscript):
            held = node.value
        elif isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
            held = node.comparators[0]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in {"add", "get", "setdefault", "pop", "discard", "remove", "update"}:
                held = node.func.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"set", "Counter"}:
            return _collision(_text(node))
        if held is not None and look.kind(held) in HASHED:
            return _collision(_text(held))
    for made in look.of(ast.SetComp, ast.DictComp):
        return _collision(_text(made))
    return None


def _collision(what: str) -> Cause:
    return Cause(
        "collision",
        f"the keys of `{what}` have hashes that collide, so that each lookup walks past the other keys: "
        "use keys that hash apart (a string or a tuple made of the number), or sort instead",
    )


def long_numbers(look: _Look) -> Cause | None:
    for name, (kind, bits) in look.things.items():
        if kind == "int" and bits > LONG_NUMBER_BITS and bits > 1.5 * look.before.get(name, ("", bits))[1]:
            return Cause(
                "long-numbers",
                f"the number `{name}` grows to {bits:,} bits, and work with it takes the longer: "
                "keep numbers short (a remainder, a pair, or a string)",
            )
    return None


def keeps(look: _Look) -> Cause | None:
    """Memory: what is held at once."""
    for call in look.of(ast.Call):
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        if name in {"readlines", "read"}:
            return Cause(
                "reads-all", f"`{_text(call)}` holds all of the input at once: loop over it and handle line by line"
            )
    for made in look.of(ast.ListComp, ast.SetComp, ast.DictComp):
        sliced = any(isinstance(part, ast.Slice) for part in ast.walk(made))
        if sliced:
            return Cause(
                "keeps-all",
                f"`{_text(made)}` keeps a copy of every part at once: handle one after the other, "
                "and carry on from the one before",
            )
        return Cause(
            "keeps-all",
            f"`{_text(made)}` keeps all its values at once: use a generator expression (round brackets), "
            "or handle each value when it comes",
        )
    for item in look.of(ast.Subscript):
        if isinstance(item, ast.Subscript) and isinstance(item.slice, ast.Slice) and isinstance(item.ctx, ast.Load):
            return Cause("copy", f"the slice `{_text(item)}` is a copy: use indexes into the original")
    for call, name in look.called():
        if name in COPIERS | {"sorted"} and call.args:
            return Cause("copy", f"`{_text(call)}` is a copy of all of it: work on the original, element by element")
    for call, value, method in look.methods():
        if method == "copy":
            return Cause("copy", f"`{_text(call)}` is a copy of all of it: work on the original, element by element")
        if method in {"append", "appendleft", "add", "extend", "setdefault", "update", "insert", "push"}:
            return _keeps(_text(value))
    for item in look.of(ast.Subscript):
        if isinstance(item, ast.Subscript) and isinstance(item.ctx, ast.Store):
            return _keeps(_text(item.value))
    for term in look.of(ast.BinOp):
        if isinstance(term, ast.BinOp) and isinstance(term.op, ast.Mult) and look.kind(term.left) == "list":
            return Cause(
                "keeps-all", f"`{_text(term)}` makes room for everything at once: keep only what is still needed"
            )
    return None


def _keeps(what: str) -> Cause:
    return Cause(
        "keeps-all",
        f"`{what}` keeps an entry for every element: keep only what later steps still need (a total, the last few)",
    )


def reads_all(look: _Look) -> Cause | None:
    """Probes: what reads every element."""
    for test in look.of(ast.Compare):
        if isinstance(test, ast.Compare) and any(isinstance(op, ast.In | ast.NotIn) for op in test.ops):
            return Cause(
                "membership", f"`{_text(test)}` reads element after element: use the order and halve the range"
            )
    for _, value, method in look.methods():
        if method in {"index", "count"}:
            return Cause(
                method, f"`{_text(value)}.{method}` reads element after element: use the order, halve the range"
            )
    for call, name in look.called():
        if name in (COPIERS | AGGREGATES | {"sorted"}) - {"len"} and call.args:
            return Cause("copy", f"`{_text(call)}` reads every element: read only those that the search needs")
    return slicing(look)


def reads_on(look: _Look) -> Cause | None:
    if look.loop is None:
        return None
    return Cause(
        "walk",
        f"the loop at line {look.loop.line} reads element after element: use the order, and halve what is left with "
        "each read (bisect)",
    )


TIME = (
    front,
    middle,
    numpy_growth,
    sorting,
    membership,
    aggregate,
    concatenation,
    slicing,
    copying,
    scans,
    collisions,
    long_numbers,
)
PROBES = (reads_all, reads_on)
MEMORY = (keeps, concatenation)
