"""Which attempt a command means."""

from __future__ import annotations

from pathlib import Path

from judge.cli.app import App
from judge.cli.errors import CliError
from judge.cli.workspace import Workspace, find_workspace
from judge.records import Attempt


def attempt_here(app: App, problem: str | None) -> Attempt:
    """Of the folder we stand in, or the open one of the named problem."""
    workspace = find_workspace(Path.cwd())
    if workspace is not None and problem in (None, workspace.problem):
        return attempt_of(app, workspace)
    if problem is None:
        raise CliError("which problem? Name it, or work in the folder that `judge start` made")
    slug = app.bank.get(problem).slug
    attempt = app.practice.open_attempt(slug)
    if attempt is None:
        raise CliError(f"no attempt at {slug} is open; `judge start {slug}` starts one")
    return attempt


def attempt_of(app: App, workspace: Workspace) -> Attempt:
    """The attempt that a folder's marker names. Another home, or another computer, does not know it."""
    from judge.practice import NotFound

    try:
        found = app.practice.attempt(workspace.attempt_id)
    except NotFound:
        found = None
    if found is None or found.problem != workspace.problem:
        again = f"`judge start {workspace.problem} --folder {workspace.folder}` starts one and keeps your solution"
        raise CliError(f"the attempt of this folder is not in {app.home.folder}; {again}")
    return found
