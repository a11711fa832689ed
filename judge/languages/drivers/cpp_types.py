"""How an interface's types and names are written in C++."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from judge.languages.called import cannot_type
from judge.languages.types import Type, parse_type
from judge.problem.interface import ClassInterface, FunctionInterface, Interface, Parameter

_DESCRIPTORS = {
    "int": "Int",
    "float": "Float",
    "str": "Str",
    "bool": "Bool",
    "none": "None",
    "list": "List",
    "row": "Row",
    "tuple": "Tuple",
    "dict": "Dict",
    "set": "Set",
    "optional": "Optional",
}
_SEEN = {
    "int": "long long",
    "float": "double",
    "str": "string",
    "bool": "bool",
    "none": "monostate",
    "list": "vector",
    "row": "vector",
    "tuple": "tuple",
    "optional": "optional",
}
# Words that C++ reserves and Python does not.
_RESERVED_WORDS = """
    alignas alignof and_eq asm auto bitand bitor bool case catch char char8_t char16_t char32_t compl concept const
    consteval constexpr constinit const_cast co_await co_return co_yield decltype default delete do double dynamic_cast
    enum explicit export extern false float friend goto inline int long mutable namespace new noexcept not_eq nullptr
    operator or_eq private protected public register reinterpret_cast requires short signed sizeof static
    static_assert static_cast struct switch template this thread_local throw true typedef typeid typename union
    unsigned using virtual void volatile wchar_t xor xor_eq
"""
_RESERVED = frozenset(_RESERVED_WORDS.split())


def cannot(title: str, interface: Interface) -> str | None:
    """Why a submission to this interface cannot be written in C++, for people; None where it can."""
    for name in _names(interface):
        if name in _RESERVED or name == "main":
            return f"{title} has no function or class of the name {name}, which this problem asks for"
    return cannot_type(title, interface)


def _names(interface: Interface) -> Iterator[str]:
    match interface:
        case FunctionInterface(name=name):
            yield name
        case ClassInterface(name=name, methods=methods):
            yield name
            yield from (method.name for method in methods)


def descriptor(of: Type) -> str:
    """The wire descriptor in C++: ``List<Tuple<Int, Str>>``."""
    name = _DESCRIPTORS[of.name]
    if of.of or of.name == "tuple":
        return f"{name}<{', '.join(map(descriptor, of.of))}>"
    return name


def seen(of: Type) -> str:
    """The type as a submission writes it: ``vector<tuple<long long, string>>``."""
    match of.name:
        case "dict" | "set":
            kind = {"dict": "map", "set": "set"}[of.name]
            name = f"unordered_{kind}" if _has_hash(of.of[0]) else kind
        case _:
            name = _SEEN[of.name]
    if of.of or of.name == "tuple":
        return f"{name}<{', '.join(map(seen, of.of))}>"
    return name


def _has_hash(key: Type) -> bool:
    """Whether the standard library hashes the type, as wire.hpp asks."""
    match key.name:
        case "optional":
            return _has_hash(key.of[0])
        case "list" | "row":
            return key.of[0].name == "bool"
        case "tuple" | "dict" | "set":
            return False
    return True


def _returned(text: str) -> str:
    of = parse_type(text)
    return "void" if of.name == "none" else seen(of)


def _safe(name: str) -> str:
    return f"{name}_" if name in _RESERVED else name


def listed(parameters: Sequence[Parameter]) -> str:
    return ", ".join(f"{seen(parse_type(one.type))} {_safe(one.name)}" for one in parameters)


def signature(name: str, parameters: Sequence[Parameter], returns: str) -> str:
    """``long long trapped(vector<long long> heights)``"""
    return f"{_returned(returns)} {name}({listed(parameters)})"
