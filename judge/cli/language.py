"""Which language a solution is in: said, or told by its file, or that of the folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import Any

import click

from judge.cli.workspace import Workspace
from judge.languages import LANGUAGES, language_for
from judge.problem.spoken import DEFAULT


def language_option(function: Callable[..., Any]) -> Callable[..., Any]:
    text = "Of the solution, where its file does not say; `judge languages` lists them."
    return click.option("--language", help=text)(function)


def language_of(named: str | None, file: str | None, workspace: Workspace | None, otherwise: str = DEFAULT) -> str:
    """A name of judge.languages. A suffix that several share is the folder's language, if that is one of them; without
    a folder `otherwise` stands for it. Raises UnknownLanguage."""
    if named is not None:
        return language_for(named).name
    here = workspace.language if workspace else otherwise
    path = PurePath(file or "")
    suffix = path.suffix
    if file in (None, "-") or not suffix:
        return here
    if told := _by_two_suffixes(path.name.lower()):
        return told
    told = language_for(f"x{suffix}").name
    # PyPy takes .py, too, and each SQL takes .sql.
    alike = PurePath(language_for(here).main).suffix == suffix.lower()
    return here if alike else told


def _by_two_suffixes(file: str) -> str | None:
    """``query.sqlite.sql`` says which SQL it is."""
    for language in LANGUAGES:
        if any(suffix.count(".") > 1 and file.endswith(suffix) for suffix in language.suffixes):
            return language.name
    return None
