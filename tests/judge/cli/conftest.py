"""The command line, run in this process in a folder and a home of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from judge.cli.root import run


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Judge = Callable[..., Said]


@pytest.fixture
def judge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Judge:
    monkeypatch.setenv("LANDAU_HOME", str(tmp_path / "home"))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)

    def call(*arguments: str) -> Said:
        capsys.readouterr()
        code = run(arguments)
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return call


@pytest.fixture
def known() -> Callable[[str], str]:
    """The text of a known submission of rolling-average: "wrong" gives the first of that folder."""
    folder = Path(__file__).parents[3] / "problems/rolling-average/submissions"

    def read(kind: str) -> str:
        paths = sorted((folder / kind).glob("*.py"))
        if kind == "accepted":
            paths = [path for path in paths if path.read_text().startswith("# landau: reference")]
        return paths[0].read_text()

    return read
