"""How untrusted code is run and measured; knows nothing of problems."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from sandbox.api import Sandbox, SandboxError

_PROJECT = Path(__file__).resolve().parent.parent


def runner_folder(runner: Path | str | None = None) -> Path:
    """The virtual environment of submissions: the argument, else LANDAU_RUNNER, else `.runner` of the project."""
    return Path(runner or os.environ.get("LANDAU_RUNNER") or _PROJECT / ".runner").absolute()


def open_sandbox(backend: str | None = None, runner: Path | str | None = None) -> Sandbox:
    """A sandbox, ready to run tasks. `backend`: "native" or "docker"; without one LANDAU_SANDBOX says, else it is
    native on Linux and docker elsewhere. `runner` is the native one's; the other's lies in its image.

    Raises SandboxError, whose message says what to do, where this host cannot.
    """
    name = backend or os.environ.get("LANDAU_SANDBOX") or ("native" if sys.platform == "linux" else "docker")
    if name == "native":
        from sandbox.native.backend import NativeSandbox

        return NativeSandbox(runner_folder(runner))
    if name == "docker":
        from sandbox.docker.backend import DockerSandbox

        return DockerSandbox()
    raise SandboxError(f"no backend {name!r}; there are: native, docker")
