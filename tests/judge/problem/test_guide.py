"""The example of docs/writing-problems.md is a problem: its blocks, put together, hold."""

from __future__ import annotations

import re
from pathlib import Path

from judge.problem.check import check_problem
from judge.problem.load import load_problem
from sandbox.api import Sandbox
from tests.judge.problem.conftest import maker_of

GUIDE = Path(__file__).parents[3] / "docs/writing-problems.md"
BLOCK = re.compile(r"^```\w+ title=(\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_guides_example_holds(tmp_path: Path, sandbox: Sandbox) -> None:
    folder = tmp_path / "count-pairs"
    for name, text in BLOCK.findall(GUIDE.read_text(encoding="utf-8")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    problem = load_problem(folder)
    rows = list(check_problem(problem, sandbox, maker_of(problem, sandbox, tmp_path / "cache"), fast=True))
    assert [(row.what, row.got, row.detail) for row in rows if not row.ok or "no small case" in row.detail] == []
    assert len(rows) == 7 + len(problem.known) == 7 + 6
