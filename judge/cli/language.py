"""Which language a solution is in: said, or told by its file, or that of the folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import Any

import click

from judge.cli.workspace import Workspace
from judge.languages import language_for
from judge.problem.spoken import DEFAULT


def language_option(function: Callable[..., Any]) -> Callable[..., Any]:
    text = "Of the solution, where its file does not say; `judge languages` lists them."
    return click.option("--language", help=text)(function)


def language_of(named: str | None, file: str | None, workspace: Workspace | None) -> str:
    """A name of judge.languages. A suffix that several share is the folder's language, if that is one of them. Raises
    UnknownLanguage."""
    if named is not None:
        return language_for(named).name
    here = workspace.language if workspace else DEFAULT
    suffix = PurePath(file or "").suffix
    if file in (None, "-") or not suffix:
        return here
    told = language_for(f"x{suffix}").name
    # PyPy takes .py, too, and each SQL takes .sql.
    alike = PurePath(language_for(here).main).suffix == suffix.lower()
    return here if alike else told
