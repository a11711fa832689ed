"""Programs and services beside the kernel: the submissions' environment, toolchains, valgrind, Docker."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sandbox.api import SandboxError

RUNNER_PACKAGES = ("numpy", "pandas", "duckdb")
DOCKER_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Docker:
    """The engine that our Docker backend would use."""

    error: str | None  # why none answers; None: one does
    version: str = ""
    security: tuple[str, ...] = ()  # "seccomp", "apparmor", "rootless" …
    runtimes: tuple[str, ...] = ()  # those with a name of their own: runc, runsc (gVisor) …
    image: str = ""  # the one that cells are made of
    has_image: bool = False


def read_runner(runner: Path) -> tuple[str, ...] | None:
    """Which packages the submissions' environment lacks; None if it is no environment that starts."""
    python = runner / "bin" / "python"
    try:
        subprocess.run([python, "-I", "-S", "-c", "pass"], check=True, capture_output=True, timeout=30)
    except (OSError, subprocess.SubprocessError):
        return None
    here = list(runner.glob("lib/python*/site-packages"))
    return tuple(name for name in RUNNER_PACKAGES if not any((folder / name).is_dir() for folder in here))


def read_valgrind() -> str | None:
    return shutil.which("valgrind")


def read_toolchains() -> dict[str, str | None]:
    """Each toolchain, and the command that brings it where it is missing."""
    from sandbox.toolchains import TOOLCHAINS, find

    found: dict[str, str | None] = {}
    for name, toolchain in TOOLCHAINS.items():
        if not name:
            continue
        try:
            find(name)
            found[name] = None
        except SandboxError:
            found[name] = toolchain.install
    return found


def read_docker() -> Docker:
    """Ask the engine what it is."""
    try:
        import docker

        from sandbox.docker.engine import _address
        from sandbox.docker.image import image_name

        client = docker.APIClient(**_address(), version="auto", timeout=DOCKER_SECONDS)
    except Exception as error:
        return Docker(_first_line(error))
    try:
        image = image_name()
        told: dict[str, Any] = client.info()
        return Docker(
            error=None,
            version=str(told.get("ServerVersion", "")),
            security=tuple(_option(option) for option in told.get("SecurityOptions") or ()),
            runtimes=tuple(sorted(name for name in told.get("Runtimes") or () if not name.startswith("io.containerd"))),
            image=image,
            has_image=bool(client.images(name=image)),
        )
    except Exception as error:
        return Docker(_first_line(error))
    finally:
        client.close()


def _option(text: str) -> str:
    """``name=seccomp,profile=default`` → ``seccomp``"""
    return text.partition(",")[0].removeprefix("name=")


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
