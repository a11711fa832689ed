"""The accepted submission that one in another language is compared with: of the same language where there is one."""

from __future__ import annotations

import sys
from typing import NamedTuple

from judge.languages import Language, language_for
from judge.languages.python import imported
from judge.problem.model import Expected, Known, Problem

# What runs a text of the first also runs one of the second, and makes it as quick.
KIN = {
    "typescript": ("javascript",),
    "javascript": ("typescript",),
    "c": ("cpp",),
    "cpp": ("c",),
}
# Texts that are programs of the first as they stand.
SHARED = {"pypy": "python"}


def needs_no_packages(source: str) -> bool:
    """Whether a Python text imports the standard library alone."""
    return imported(source) <= sys.stdlib_module_names


class Reference(NamedTuple):
    known: Known
    language: Language  # that it is built and run as


def references(problem: Problem) -> dict[str, Reference]:
    """By the name of the language that it is written in: the first accepted one. The problem's own, which says what is
    right, is Python's."""
    found: dict[str, Reference] = {}
    for known in problem.known:
        if known.expected is Expected.ACCEPTED:
            language = language_for(known.path)
            found.setdefault(language.name, Reference(known, language))
    return found


def reference_for(problem: Problem, language: Language) -> Reference | None:
    """What a submission in `language` is fairly compared with; None where only Python's is there."""
    found = references(problem)
    if language.name in SHARED:
        known = found[SHARED[language.name]].known
        return Reference(known, language) if needs_no_packages(known.source) else None
    names = (language.name, *KIN.get(language.name, ()))
    return next((found[name] for name in names if name in found), None)
