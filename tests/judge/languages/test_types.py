from __future__ import annotations

import pytest

from judge.languages.types import Type, UnknownType, parse_type

INT, TEXT = Type("int"), Type("str")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("int", INT),
        ("None", Type("none")),
        ("list[tuple[int, str]]", Type("list", (Type("tuple", (INT, TEXT)),))),
        ("tuple[int, ...]", Type("row", (INT,))),
        ("dict[int, list[str]]", Type("dict", (INT, Type("list", (TEXT,))))),
        ("str | None", Type("optional", (TEXT,))),
        ("None | str", Type("optional", (TEXT,))),
        ("tuple[int]", Type("tuple", (INT,))),
    ],
)
def test_a_type_is_read(text: str, meant: Type) -> None:
    assert parse_type(text) == meant


@pytest.mark.parametrize(
    "text", ["Stream", "ProbeSequence", "list", "dict[int]", "list[int, int]", "int | str", "f(", ""]
)
def test_what_other_languages_lack_is_refused_by_name(text: str) -> None:
    with pytest.raises(UnknownType):
        parse_type(text)
