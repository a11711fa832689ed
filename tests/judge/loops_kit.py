"""Loops of every kind, and two that are at fault, beside a bank of two real problems."""

from __future__ import annotations

from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
FILES = {
    "one": "title: First round\nminutes: 30\nproblems: [{slug: rolling-average, minutes: 12}]\n",
    "two": "title: Second round\nminutes: 30\nproblems: [{slug: running-median, minutes: 20}]\n",
    "talk": """\
title: Talk
minutes: 30
parts: [{name: Before, least: 20, most: 40}, {name: After, least: 40, most: 80}]
cards:
  - {principle: Care, prompt: What <b>did</b> you do?, seconds: 60, follow_ups: [Since when?]}
  - {principle: Speed, prompt: Why?, seconds: 120}
""",
    "day": "title: A day\nbreak_minutes: 10\nrounds: [one, two, talk]\n",
    "lacking": "title: Lacking\nminutes: 30\nproblems: [{slug: not-there-yet, minutes: 12}]\n",
    "broken": "title: Broken\nminutes: 30\nproblem: 3\n",
}


def use_loops(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "loops").mkdir()
    (folder / "problems").mkdir()
    for slug in ("rolling-average", "running-median"):
        (folder / "problems" / slug).symlink_to(PROJECT / "problems" / slug)
    for name, text in FILES.items():
        (folder / "loops" / f"{name}.yaml").write_text(text)
    monkeypatch.setenv("LANDAU_PROBLEMS", str(folder / "problems"))
