"""The meters of a cell, which ends after them, run in the tests' own process here."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def traces_nothing_afterwards() -> Iterator[None]:
    yield
    tracemalloc.stop()
