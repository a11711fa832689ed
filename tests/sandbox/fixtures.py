"""Sandboxes for tests, shared where that cannot matter."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import pytest

from sandbox import open_sandbox
from sandbox.api import Sandbox, SandboxError
from tests.conftest import IN_CI


@functools.cache
def _why_not() -> str:
    """Why this host has no sandbox; empty where it has one. Asked once."""
    try:
        open_sandbox().close()
    except SandboxError as error:
        return str(error)
    return ""


def _opened() -> Sandbox:
    reason = _why_not()
    if reason:
        if IN_CI:
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    return open_sandbox()


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """One for all tests of a session."""
    with _opened() as opened:
        yield opened


@pytest.fixture
def own_sandbox() -> Iterator[Sandbox]:
    """One that no other test has used."""
    with _opened() as opened:
        yield opened
