"""Which languages this host has, their versions, and how to get the others."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache

from judge.languages.language import Language
from sandbox import runner_folder
from sandbox.api import SandboxError
from sandbox.toolchains import find

VERSION_S = 20


@dataclass(frozen=True, slots=True)
class OnHost:
    """`version` is empty where the language is not there; `missing` then says what to do."""

    language: Language
    version: str = ""
    missing: str = ""

    @property
    def available(self) -> bool:
        return not self.missing


def on_host(language: Language) -> OnHost:
    """Looked up anew until it is there, so that nobody has to restart after an installation."""
    missing = missing_here(language)
    return OnHost(language, missing=missing) if missing else _there(language)


def on_host_all(languages: Iterable[Language]) -> list[OnHost]:
    with ThreadPoolExecutor() as pool:
        return list(pool.map(on_host, languages))


def missing_here(language: Language) -> str:
    """What to do about a language that this host cannot run, a sentence for people; empty where it can. Quick."""
    try:
        if language.toolchain:
            find(language.toolchain)
    except SandboxError as error:
        return f"{language.title} is not available here: {error}"
    return ""


@lru_cache(maxsize=64)
def _there(language: Language) -> OnHost:
    """Asks the toolchain (never a submission's program) for its version."""
    program, *arguments = language.version_command
    if language.toolchain:
        path = find(language.toolchain).program(program)
    else:
        path = os.fspath(runner_folder() / "bin" / program)
    try:
        done = subprocess.run(
            [path, *arguments], capture_output=True, text=True, errors="replace", timeout=VERSION_S, cwd="/",
            stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        return OnHost(language, missing=f"{language.title} is not available here: {path} does not run: {error}")
    lines = (done.stdout.strip() or done.stderr.strip()).splitlines()
    return OnHost(language, version=lines[0].strip() if lines else "unknown")
