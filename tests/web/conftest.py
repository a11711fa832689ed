from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from judge.home import Home
from judge.practice import Practice
from judge.problem.bank import Bank
from judge.problem.samples import SampleText
from tests.judge.practice_kit import Now
from web import create_app


class ShownPractice(Practice):
    """The real one; its samples are told, since making them takes a sandbox."""

    def samples(self, slug: str) -> tuple[SampleText, ...]:
        return (SampleText("sample 1", "xs = [1.0, nan]\nk = 2", "[nan, 1.5]", "why <it> is so"),)


@pytest.fixture
def now() -> Now:
    return Now()


@pytest.fixture
def practice(tmp_path: Path, now: Now, monkeypatch: pytest.MonkeyPatch) -> Iterator[Practice]:
    monkeypatch.setattr("judge.clock.utcnow", now)
    for module in ("web.api", "web.plain"):
        monkeypatch.setattr(f"{module}.utcnow", now, raising=False)
    made = ShownPractice(Home.at(tmp_path / "home"), Bank(), now)
    yield made
    made.close()


@pytest.fixture
def app(practice: Practice) -> Flask:
    app = create_app(practice, practice.bank)
    app.testing = False  # errors as a person would see them
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
