from __future__ import annotations

import pytest

from tests.judge.dispatch.kit import FakeJudge


@pytest.fixture
def judge(monkeypatch: pytest.MonkeyPatch) -> FakeJudge:
    """What judges in this process."""
    judge = FakeJudge()
    monkeypatch.setattr("judge.dispatch.judging.evaluate", judge)
    monkeypatch.setattr("judge.dispatch.judging.CaseMaker", lambda *_: None)
    return judge
