from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.home import Home
from judge.practice import Practice
from tests.judge.practice_kit import FakeBank, Now


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.at(tmp_path / "home")


@pytest.fixture
def now() -> Now:
    return Now()


@pytest.fixture
def practice(home: Home, now: Now) -> Iterator[Practice]:
    practice = Practice(home, FakeBank(), now)
    yield practice
    practice.close()
