"""Sandboxes for tests: the best that this host can do, what an ordinary user gets where that is less, and docker's."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterator

import pytest

from sandbox import open_sandbox, runner_folder
from sandbox.api import Sandbox, SandboxError
from sandbox.docker.engine import NoEngine, NoImage
from sandbox.native.backend import NativeSandbox
from tests.conftest import IN_CI

# Root also tests what an ordinary user gets, unless an ordinary user is to test it himself.
_PRETEND = os.geteuid() == 0 and os.environ.get("LANDAU_TEST_ORDINARY_USER") != "himself"
NATIVE_MODES = ("best", "ordinary user") if _PRETEND else ("best",)
MODES = (*NATIVE_MODES, "docker")


@functools.cache
def _why_not(mode: str) -> str:
    """Why this host has no such sandbox; empty where it has one. Asked once."""
    try:
        with _open(mode) as found:
            found.strength()
    except (NoEngine, NoImage) as error:
        return str(error)
    except SandboxError as error:
        if mode == "docker":
            raise
        return str(error)
    return ""


def _open(mode: str) -> Sandbox:
    if mode == "ordinary user":
        return NativeSandbox(runner_folder(), ordinary_user=True)
    return open_sandbox("docker" if mode == "docker" else "native")


def opened(mode: str) -> Sandbox:
    reason = _why_not(mode)
    if reason:
        if IN_CI:
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    return _open(mode)


@pytest.fixture(scope="session", params=MODES)
def sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """One for all tests of a session."""
    with opened(request.param) as found:
        yield found


@pytest.fixture(params=MODES)
def own_sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """One that no other test has used."""
    with opened(request.param) as found:
        yield found


@pytest.fixture(params=NATIVE_MODES)
def own_native(request: pytest.FixtureRequest) -> Iterator[NativeSandbox]:
    """The same, for tests that reach into the native backend."""
    with opened(request.param) as found:
        assert isinstance(found, NativeSandbox)
        yield found


@pytest.fixture(params=MODES)
def opening(request: pytest.FixtureRequest) -> Callable[[], Sandbox]:
    """Opens one; closing it is the test's business."""
    return functools.partial(opened, request.param)
