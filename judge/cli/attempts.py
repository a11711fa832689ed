"""Which attempt a command means."""

from __future__ import annotations

from pathlib import Path

from judge.cli.app import App
from judge.cli.errors import CliError
from judge.cli.workspace import find_workspace
from judge.records import Attempt


def attempt_here(app: App, problem: str | None) -> Attempt:
    """Of the folder we stand in, or the open one of the named problem."""
    workspace = find_workspace(Path.cwd())
    if workspace is not None and problem in (None, workspace.problem):
        return app.practice.attempt(workspace.attempt_id)
    if problem is None:
        raise CliError("which problem? Name it, or work in the folder that `judge start` made")
    slug = app.bank.get(problem).slug
    attempt = app.practice.open_attempt(slug)
    if attempt is None:
        raise CliError(f"no attempt at {slug} is open; `judge start {slug}` starts one")
    return attempt
