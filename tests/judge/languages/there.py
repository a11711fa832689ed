"""Whether a sandbox has what a language needs: an image may hold fewer toolchains than its host."""

from __future__ import annotations

import functools

import pytest

from judge.languages.build import NOT_INSTALLED
from sandbox.api import MIB, Limits, Main, Program, Sandbox, Task
from sandbox.guest import wire


def need_in(sandbox: Sandbox, toolchain: str, program: str) -> None:
    """Skip the test, with the reason, where `sandbox` lacks a toolchain that its host has."""
    missing = _missing(sandbox, toolchain, program)
    if missing:
        pytest.skip(f"in the image of the sandbox, {missing}")


@functools.cache
def _missing(sandbox: Sandbox, toolchain: str, program: str) -> str:
    asked = Program({}, "", command=(f"{{{program}}}", "--version"), toolchain=toolchain)
    seen = sandbox.run(Task(asked, Main(), wire.encode(""), Limits(memory_bytes=512 * MIB)))
    return seen.message if NOT_INSTALLED in seen.message else ""
