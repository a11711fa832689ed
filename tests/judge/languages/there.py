"""Whether this host has what a language needs, and a sandbox: an image may hold fewer toolchains than its host."""

from __future__ import annotations

import functools

import pytest

from judge.languages.build import NOT_INSTALLED
from judge.languages.host import missing_here
from judge.languages.language import Language
from sandbox.api import MIB, Limits, Main, Program, Sandbox, Task
from sandbox.guest import wire
from tests.conftest import IN_CI


def need_here(language: Language) -> None:
    """Skip the test, with the reason, where this host lacks the language; fail where CI could install it."""
    missing = missing_here(language)
    if missing and IN_CI:
        pytest.fail(missing, pytrace=False)
    if missing:
        pytest.skip(missing)


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
