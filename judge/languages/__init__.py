"""The languages that submissions may be written in: one file each, listed here."""

from __future__ import annotations

from pathlib import PurePath

from judge.languages.c import C
from judge.languages.cpp import Cpp
from judge.languages.go import Go
from judge.languages.java import Java
from judge.languages.javascript import JavaScript
from judge.languages.language import Language, Plan, SelfTest, SyntaxFault
from judge.languages.pypy import PyPy
from judge.languages.python import Python
from judge.languages.rust import Rust
from judge.languages.sql import DuckDb, Sqlite
from judge.languages.typescript import TypeScript

# In the order in which people are offered them. A suffix belongs to the first that has it.
LANGUAGES: tuple[Language, ...] = (
    Python(),
    PyPy(),
    Java(),
    JavaScript(),
    TypeScript(),
    Cpp(),
    C(),
    Rust(),
    Go(),
    DuckDb(),
    Sqlite(),
)

__all__ = ["LANGUAGES", "Language", "Plan", "SelfTest", "SyntaxFault", "UnknownLanguage", "language_for"]


class UnknownLanguage(LookupError):
    """No language has that name or suffix; the message lists those there are."""


def language_for(name_or_path: str | PurePath) -> Language:
    """The language called so ("python"), or the one that a file of that name ("main.py") is written in; of two suffixes
    that fit, the longer one says it ("query.sqlite.sql")."""
    text = str(name_or_path)
    file = PurePath(text).name.lower()
    fitting: list[tuple[int, Language]] = []
    for language in LANGUAGES:
        if text.lower() == language.name:
            return language
        fitting += [(len(suffix), language) for suffix in language.suffixes if file.endswith(suffix)]
    if fitting:
        return max(fitting, key=lambda one: one[0])[1]
    known = ", ".join(" ".join([one.name, *(f"({suffix})" for suffix in one.suffixes)]) for one in LANGUAGES)
    raise UnknownLanguage(f"no language is called {text!r}; known: {known}")
