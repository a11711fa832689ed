"""One byte string a value, so that values that cannot be hashed or sorted can be counted."""

from __future__ import annotations

from typing import Any

from sandbox.guest import wire


def canonical(value: Any) -> bytes:
    """Equal for equal values of equal types: the wire's bytes, in which 0.0 is -0.0, NaN is NaN, and the order of a
    dict's items is nothing."""
    return wire.encode(_settled(value))


def _settled(value: Any) -> Any:
    kind = type(value)
    if kind is float:
        return float("nan") if value != value else value + 0.0
    if kind is complex:
        return complex(_settled(value.real), _settled(value.imag))
    if kind in (list, tuple, set, frozenset):
        return kind(map(_settled, value))
    if kind is dict:
        return dict(sorted(((_settled(key), _settled(item)) for key, item in value.items()), key=_key_bytes))
    return value


def _key_bytes(pair: tuple[Any, Any]) -> bytes:
    return wire.encode(pair[0])
