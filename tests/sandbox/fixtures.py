"""Sandboxes for tests: the best that this host can do, what an ordinary user gets where that is less, and docker's."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator

import pytest

from sandbox import open_sandbox, runner_folder
from sandbox.api import Sandbox, SandboxError
from sandbox.native.backend import NativeSandbox
from tests.conftest import IN_CI

MODES = ("best", "ordinary user", "docker") if os.geteuid() == 0 else ("best", "docker")


@functools.cache
def _why_not(mode: str) -> str:
    """Why this host has no such sandbox; empty where it has one. Asked once."""
    try:
        with _open(mode) as opened:
            opened.strength()
    except SandboxError as error:
        return str(error)
    return ""


def _open(mode: str) -> Sandbox:
    if mode == "ordinary user":
        return NativeSandbox(runner_folder(), ordinary_user=True)
    return open_sandbox("docker" if mode == "docker" else "native")


def _opened(mode: str) -> Sandbox:
    reason = _why_not(mode)
    if reason:
        if IN_CI:
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    return _open(mode)


@pytest.fixture(scope="session", params=MODES)
def sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """One for all tests of a session."""
    with _opened(request.param) as opened:
        yield opened


@pytest.fixture(params=MODES)
def own_sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """One that no other test has used."""
    with _opened(request.param) as opened:
        yield opened
