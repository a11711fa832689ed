"""Every trap of the bank: the line that carries its growth, and the known cause. By a short climb, not a verdict."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from judge.problem.cases import CaseMaker, reference_program
from judge.problem.load import load_problem
from judge.report import Resource
from sandbox.api import Program, Sandbox
from tests.judge.growth.blame.lines import line_of

BANK = Path(__file__).parents[4] / "problems"
TRAPS: dict[str, dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("traps.yaml"))
SHARE = 0.9


def _source(trap: str) -> str:
    slug, kind, name = trap.split("/")
    return (BANK / slug / "submissions" / kind / name).read_text(encoding="utf-8")


def test_every_trap_has_its_line() -> None:
    kinds = ("too_slow", "too_much_memory")
    bank = {f"{p.parts[-4]}/{p.parts[-2]}/{p.name}" for kind in kinds for p in BANK.glob(f"*/submissions/{kind}/*.py")}
    assert bank == set(TRAPS)
    for trap, wanted in TRAPS.items():
        for text in wanted["line"]:
            assert text in _source(trap), f"{trap} has no {text!r}"


@pytest.mark.slow
def test_nine_of_ten_traps_are_blamed_on_the_right_line(box: Sandbox, tmp_path: Path) -> None:
    wrong, causes = [], []
    for trap, wanted in TRAPS.items():
        problem, source = load_problem(BANK / trap.split("/")[0]), _source(trap)
        blame = line_of(
            problem,
            Program.single(source, problem.spec.runtime),
            reference_program(problem),
            CaseMaker(problem, box, b"s" * 32, tmp_path),
            box,
            wanted["family"],
            Resource(wanted.get("resource", "time")),
        )
        text = source.splitlines()[blame.line - 1] if blame else ""
        if not any(part in text for part in wanted["line"]):
            wrong.append(f"{trap}: {text.strip()!r}")
        elif blame and "cause" in wanted and (blame.cause is None or blame.cause.key != wanted["cause"]):
            causes.append(f"{trap}: {blame.cause}")
    share = 1 - len(wrong) / len(TRAPS)
    print(f"{share:.0%} of {len(TRAPS)} traps; wrong lines: {wrong}; wrong causes: {causes}")
    assert share >= SHARE, wrong
    assert len(causes) <= (1 - SHARE) * len(TRAPS), causes
