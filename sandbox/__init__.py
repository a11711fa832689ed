"""How untrusted code is run and measured; knows nothing of problems."""

from __future__ import annotations

import os
from pathlib import Path

from sandbox.api import Sandbox, SandboxError

_PROJECT = Path(__file__).resolve().parent.parent


def runner_folder(runner: Path | str | None = None) -> Path:
    """The virtual environment of submissions: the argument, else LANDAU_RUNNER, else `.runner` of the project."""
    return Path(runner or os.environ.get("LANDAU_RUNNER") or _PROJECT / ".runner").absolute()


def open_sandbox(backend: str = "native", runner: Path | str | None = None) -> Sandbox:
    """A sandbox, ready to run tasks. Raises SandboxError, whose message says what to do, where this host cannot."""
    if backend != "native":
        raise SandboxError(f"no backend {backend!r}; there is: native")
    from sandbox.native.backend import NativeSandbox

    return NativeSandbox(runner_folder(runner))
