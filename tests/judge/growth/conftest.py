"""What tests of growth share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sandbox import open_sandbox
from sandbox.api import Sandbox, SandboxError


@pytest.fixture(scope="module")
def box() -> Iterator[Sandbox]:
    try:
        made = open_sandbox()
    except SandboxError as error:
        pytest.skip(f"no sandbox on this machine: {error}")
    with made:
        yield made
